namespace MaxPoolConvNet.Evaluation;

/// <summary>The most similar text found so far for each of some texts. Thread-safe.</summary>
/// <remarks>A text with the same words comes before all others. Of equally similar ones it is the first.</remarks>
internal sealed class ClosestTexts
{
    /// <summary>The similarity of a text with the same words in the same order.</summary>
    public const double Same = 2;

    private readonly int[] _closest;
    private readonly double[] _similarities;

    /// <param name="count">The number of texts.</param>
    /// <param name="threshold">The least similarity to keep.</param>
    public ClosestTexts(int count, double threshold)
    {
        (_closest, _similarities) = (new int[count], new double[count]);
        Array.Fill(_closest, int.MaxValue);
        Array.Fill(_similarities, threshold);
    }

    /// <summary>Returns the most similar text and its similarity; null if no text is similar enough.</summary>
    public (int Closest, double Similarity)? this[int text] =>
        _closest[text] == int.MaxValue ? null : (_closest[text], _similarities[text]);

    /// <summary>Returns the least similarity that can still matter for a text.</summary>
    public double EnoughFor(int text) => Volatile.Read(ref _similarities[text]);

    /// <summary>Keeps a similar text if it comes before the one found so far.</summary>
    public void Offer(int text, int other, double similarity)
    {
        lock (_closest)
        {
            if (similarity < _similarities[text] || (similarity == _similarities[text] && other > _closest[text])) return;
            _closest[text] = other;
            Volatile.Write(ref _similarities[text], similarity);
        }
    }
}
