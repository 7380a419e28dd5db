using System.Collections.Immutable;

namespace MaxPoolConvNet.Evaluation;

/// <summary>What the figures of a report are made of: all texts, those classified correctly, and the counts of each label.</summary>
/// <param name="Labels">The labels, in their order.</param>
/// <param name="Classes">The counts of each.</param>
/// <param name="Texts">All texts.</param>
/// <param name="Correct">Texts that were classified correctly.</param>
internal sealed record LabelCounts(ImmutableArray<string> Labels, ImmutableArray<ClassCounts> Classes, int Texts, int Correct);
