using System.Collections.Immutable;
using System.Diagnostics;

namespace MaxPoolConvNet;

/// <summary>A label and the n-grams that speak most for it. Immutable and thread-safe.</summary>
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

    /// <summary>Those with a contribution above 0, the strongest first; there may be none.</summary>
    public ImmutableArray<LabelNgram> Ngrams { get; }
}
