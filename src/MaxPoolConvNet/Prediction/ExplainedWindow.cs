namespace MaxPoolConvNet;

/// <summary>A window of words that decided: it won the max-pool of one or more filters.</summary>
/// <param name="Start">Where it begins in the text, in UTF-16 units.</param>
/// <param name="Length">How long it is there, skipped words between its words included; 0 for a window of nothing but padding.</param>
/// <param name="Text">That piece of the text.</param>
/// <param name="Width">k: the words that the winning filters look at, padding included.</param>
/// <param name="Filters">How many filters it won.</param>
/// <param name="Contribution">Σ v_j·h_j over them: what the window added to the logit of <see cref="Explanation.Label"/>.</param>
public sealed record ExplainedWindow(int Start, int Length, string Text, int Width, int Filters, double Contribution);
