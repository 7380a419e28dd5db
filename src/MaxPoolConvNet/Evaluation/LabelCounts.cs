using System.Collections.Immutable;

namespace MaxPoolConvNet.Evaluation;

/// <summary>The counts that the figures of a report are computed from.</summary>
/// <param name="Labels">The labels, in their order.</param>
/// <param name="Classes">The counts of each label.</param>
/// <param name="Texts">The number of texts.</param>
/// <param name="Correct">The number of texts that were classified correctly.</param>
internal sealed record LabelCounts(ImmutableArray<string> Labels, ImmutableArray<ClassCounts> Classes, int Texts, int Correct);
