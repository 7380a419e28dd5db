using System.Collections.Immutable;

namespace MaxPoolConvNet;

/// <summary>What a classifier looks for: the n-grams that its filters answer to most, and those that speak most for each label. Immutable.</summary>
/// <param name="TextCount">How many texts the n-grams were taken from; 0 where they come from the model alone.</param>
/// <param name="Filters">One for each filter, in the order of h: of each width, the smallest number first.</param>
/// <param name="Labels">One for each label, in the order of <see cref="TextClassifier.Labels"/>.</param>
public sealed record NgramReport(int TextCount, ImmutableArray<FilterNgrams> Filters, ImmutableArray<LabelNgrams> Labels);
