using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Training;

/// <summary>The costs that a classifier had before its training continued, for the ids of its new vocabulary.</summary>
internal sealed class EarlierCosts
{
    private readonly FamiliarityModel _earlier;
    private readonly byte[] _costs;

    /// <param name="earlier">The statistics of the classifier.</param>
    /// <param name="known">Its vocabulary.</param>
    /// <param name="vocabulary">The vocabulary after training.</param>
    public EarlierCosts(FamiliarityModel earlier, Vocabulary known, Vocabulary vocabulary)
    {
        _earlier = earlier;
        _costs = new byte[vocabulary.Count];
        for (int word = 0; word < _costs.Length; word++)
            _costs[word] = known.TryGetId(vocabulary.Words[word], out int id) ? earlier.Costs[id] : byte.MaxValue;
    }

    /// <summary>The cost of unknown words.</summary>
    public int Unknown => _earlier.Costs[^1];

    public int TextCount => _earlier.TextCount;

    public ReadOnlySpan<int> Quantiles => _earlier.Quantiles;

    /// <summary>Returns the cost of a word; null if it was unknown.</summary>
    public int? Of(int word) => _costs[word] <= FamiliarityModel.MostKnown ? _costs[word] : null;
}
