using System.Collections.Immutable;

namespace MaxPoolConvNet;

/// <summary>A label and the n-grams that speak most for it.</summary>
/// <param name="Label">The label.</param>
/// <param name="Ngrams">Those with a contribution above 0, the strongest first; there may be none.</param>
public sealed record LabelNgrams(string Label, ImmutableArray<LabelNgram> Ngrams);
