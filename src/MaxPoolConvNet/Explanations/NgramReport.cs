using System.Collections.Immutable;
using System.Diagnostics;

namespace MaxPoolConvNet;

/// <summary>
/// What a classifier looks for: the n-grams that its filters respond to most, and those that contribute most to each label. Immutable and
/// thread-safe.
/// </summary>
[DebuggerDisplay("{Filters.Length} filters, {Labels.Length} labels, from {TextCount} texts")]
public sealed class NgramReport
{
    internal NgramReport(int textCount, ImmutableArray<FilterNgrams> filters, ImmutableArray<LabelNgrams> labels)
    {
        TextCount = textCount;
        Filters = filters;
        Labels = labels;
    }

    /// <summary>The number of texts that the n-grams were taken from; 0 if they come from the model alone.</summary>
    public int TextCount { get; }

    /// <summary>The n-grams of each filter, in the order of h: by width, then by number.</summary>
    public ImmutableArray<FilterNgrams> Filters { get; }

    /// <summary>The n-grams of each label, in the order of <see cref="TextClassifier.Labels"/>.</summary>
    public ImmutableArray<LabelNgrams> Labels { get; }
}
