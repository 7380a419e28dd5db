namespace MaxPoolConvNet.Evaluation;

/// <summary>For each feature, the texts that have it, in order. Immutable and thread-safe.</summary>
internal sealed class SparseRows
{
    // the texts of feature f are _texts[_starts[f] … _starts[f + 1])
    private readonly int[] _starts;
    private readonly int[] _texts;

    /// <param name="features">The distinct features of each text.</param>
    /// <param name="count">The number of features.</param>
    public SparseRows(int[][] features, int count)
    {
        _starts = new int[count + 1];
        foreach (int[] own in features)
        {
            foreach (int feature in own)
                _starts[feature + 1]++;
        }

        for (int feature = 0; feature < count; feature++)
            _starts[feature + 1] += _starts[feature];
        _texts = new int[_starts[count]];
        int[] next = _starts[..count];
        for (int text = 0; text < features.Length; text++)
        {
            foreach (int feature in features[text])
                _texts[next[feature]++] = text;
        }
    }

    /// <summary>The number of features.</summary>
    public int Count => _starts.Length - 1;

    /// <summary>The texts that have a feature.</summary>
    public ReadOnlySpan<int> Of(int feature) => _texts.AsSpan(_starts[feature].._starts[feature + 1]);
}
