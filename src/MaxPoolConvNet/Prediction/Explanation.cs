using System.Collections.Immutable;

namespace MaxPoolConvNet;

/// <summary>
/// Why a text was recognized as it was. The logit is the bias and Σ v_j·h_j, and each h_j comes from one window: so the decision divides
/// over the windows that won, and <see cref="Bias"/> and their contributions sum up to <see cref="Logit"/>.
/// </summary>
/// <param name="Label">The label recognized, the most probable one where several may apply; contributions above 0 speak for it, below 0 against it.</param>
/// <param name="Probability">Its probability.</param>
/// <param name="Logit">Its logit; with a logistic or a multi-label output probability = 1 / (1 + e^−logit).</param>
/// <param name="Bias">What the output adds whatever the text.</param>
/// <param name="Windows">The windows that won, the largest contribution for or against first.</param>
public sealed record Explanation(string Label, double Probability, double Logit, double Bias, ImmutableArray<ExplainedWindow> Windows);
