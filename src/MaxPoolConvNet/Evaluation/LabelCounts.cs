using System.Collections.Immutable;

namespace MaxPoolConvNet.Evaluation;

/// <summary>The counts that the figures of a report are computed from.</summary>
internal sealed class LabelCounts(ImmutableArray<string> labels, ImmutableArray<ClassCounts> classes, int texts, int correct)
{
    /// <summary>The labels, in their order.</summary>
    public ImmutableArray<string> Labels { get; } = labels;

    /// <summary>The counts of each label.</summary>
    public ImmutableArray<ClassCounts> Classes { get; } = classes;

    /// <summary>The number of texts.</summary>
    public int Texts { get; } = texts;

    /// <summary>The number of texts that were classified correctly.</summary>
    public int Correct { get; } = correct;
}
