using System.Collections.Immutable;
using System.Diagnostics;

namespace MaxPoolConvNet;

/// <summary>A label and the n-grams that contribute most to it. Immutable and thread-safe.</summary>
[DebuggerDisplay("{Label,nq}: {Ngrams.Length} n-grams")]
public sealed class LabelNgrams
{
    internal LabelNgrams(string label, ImmutableArray<LabelNgram> ngrams)
    {
        Label = label;
        Ngrams = ngrams;
    }

    /// <summary>The label.</summary>
    public string Label { get; }

    /// <summary>The n-grams with a positive contribution, the largest first; possibly none.</summary>
    public ImmutableArray<LabelNgram> Ngrams { get; }
}
