namespace MaxPoolConvNet;

/// <summary>A word of a text and its part in the decision.</summary>
/// <param name="Start">Where it begins in the text, in UTF-16 units.</param>
/// <param name="Length">How long it is there.</param>
/// <param name="Text">That piece of the text.</param>
/// <param name="Contribution">What it added to the logit of <see cref="Explanation.Label"/>: of each window that covers it, an even share.</param>
public sealed record ExplainedWord(int Start, int Length, string Text, double Contribution);
