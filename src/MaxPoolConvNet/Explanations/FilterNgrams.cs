using System.Collections.Immutable;
using System.Diagnostics;

namespace MaxPoolConvNet;

/// <summary>A filter and the n-grams that it responds to most. Immutable and thread-safe.</summary>
[DebuggerDisplay("filter {Feature} of width {Width}: {Ngrams.Length} n-grams")]
public sealed class FilterNgrams
{
    private readonly PerLabel _weights;

    internal FilterNgrams(int feature, int width, PerLabel weights, ImmutableArray<FilterNgram> ngrams)
    {
        Feature = feature;
        Width = width;
        Ngrams = ngrams;
        _weights = weights;
    }

    /// <summary>The filter's place in h, from 0.</summary>
    public int Feature { get; }

    /// <summary>k: the number of words in the windows of the filter.</summary>
    public int Width { get; }

    /// <summary>
    /// v_c: the weight of the response in the logit of each label c, in the order of <see cref="TextClassifier.Labels"/>. With a logistic
    /// output, −v and v.
    /// </summary>
    /// <remarks>Read at the first access and kept, in 8 bytes per label.</remarks>
    public ImmutableArray<double> Weights => _weights.All;

    /// <summary>The n-grams, the largest response first; none if the filter responds only to padding.</summary>
    public ImmutableArray<FilterNgram> Ngrams { get; }
}
