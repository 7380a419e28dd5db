using System.Runtime.InteropServices;

namespace MaxPoolConvNet;

/// <summary>What an n-gram won in the texts so far.</summary>
internal sealed class NgramWins
{
    /// <summary>
    /// Texts in which an n-gram counts as having added nothing, before the first: the mean of one text says little, and training texts
    /// have many n-grams that were memorized from one text.
    /// </summary>
    public const int Doubt = 5;

    private readonly List<FeatureSum> _sums = [];
    private int _lastText = -1;

    /// <summary>Texts in which it won.</summary>
    public int Texts { get; private set; }

    /// <summary>The features that it won, in their order, with the sums of h over the texts.</summary>
    public ReadOnlySpan<FeatureSum> Sums => CollectionsMarshal.AsSpan(_sums);

    /// <summary>Adds features that it won.</summary>
    /// <param name="text">The text's number: it may win at two places of one, which differ in their padding.</param>
    /// <param name="features">The features in their order.</param>
    /// <param name="pooled">h.</param>
    public void Add(int text, IReadOnlyList<int> features, ReadOnlySpan<float> pooled)
    {
        if (text != _lastText) Texts++;
        _lastText = text;
        int at = 0;
        foreach (int feature in features)
        {
            while (at < _sums.Count && _sums[at].Feature < feature)
                at++;
            if (at < _sums.Count && _sums[at].Feature == feature) _sums[at] = new FeatureSum(feature, _sums[at].Pooled + pooled[feature]);
            else _sums.Insert(at, new FeatureSum(feature, pooled[feature]));
        }
    }
}
