using System.Runtime.InteropServices;

namespace MaxPoolConvNet.Evaluation;

/// <summary>Searches an index for the most similar text, repeatedly. Not thread-safe: each thread needs its own.</summary>
internal sealed class ShingleSearch(ShingleIndex index)
{
    private readonly List<Shingle> _shingles = [];
    private readonly List<int> _known = [];

    // the number of the search in which a text was last compared
    private readonly int[] _compared = new int[index.Count];
    private int _searches;

    /// <summary>Returns the most similar text, or null if none is similar enough.</summary>
    /// <remarks>A text with the same words comes before all others. Of equally similar ones it is the first.</remarks>
    /// <param name="test">The index of the test text.</param>
    /// <param name="words">The numbers of its words.</param>
    /// <param name="before">Only texts before this index are compared.</param>
    /// <param name="cancellationToken">Ends the search between two texts.</param>
    /// <exception cref="OperationCanceledException">The search was canceled.</exception>
    public NearDuplicate? Closest(int test, int[] words, int before, CancellationToken cancellationToken)
    {
        if (index.TextOf(words) is { } same && same < before) return new NearDuplicate(test, same, 1, isExact: true);
        _searches++;
        int size = Look(words);

        // shingles that no training text has are the rarest of all
        int rare = Similarity.PrefixLength(size, index.Threshold) - (size - _known.Count);
        ReadOnlySpan<int> known = CollectionsMarshal.AsSpan(_known);
        NearDuplicate? closest = null;
        for (int at = 0; at < rare; at++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (int text in index.TextsWith(known[at]))
            {
                if (text >= before) break;
                if (_compared[text] == _searches) continue;
                _compared[text] = _searches;
                cancellationToken.ThrowIfCancellationRequested();
                double enough = closest?.Similarity ?? index.Threshold;
                double similarity = SimilarityTo(text, known, size, enough);
                if (similarity < enough || (closest is { } best && similarity == best.Similarity && text > best.TrainingIndex)) continue;
                closest = new NearDuplicate(test, text, similarity, isExact: false);
            }
        }

        return closest;
    }

    /// <summary>Finds the numbers of a text's shingles, the rarest first.</summary>
    /// <returns>The number of its shingles, including those that no training text has.</returns>
    private int Look(int[] words)
    {
        Shingle.Collect(words, _shingles);
        _known.Clear();
        foreach (Shingle shingle in _shingles)
        {
            if (index.NumberOf(shingle) is { } number) _known.Add(number);
        }

        _known.Sort();
        return _shingles.Count;
    }

    /// <summary>Returns the similarity to a training text, or 0 as soon as it is certain to be too small.</summary>
    private double SimilarityTo(int text, ReadOnlySpan<int> known, int size, double enough)
    {
        ReadOnlySpan<int> theirs = index.ShinglesOf(text);
        int common = 0;
        int at = 0;
        int other = 0;
        while (at < known.Length && other < theirs.Length)
        {
            int most = common + Math.Min(known.Length - at, theirs.Length - other);
            if (Similarity.Of(most, size, theirs.Length) < enough) return 0;
            (int ours, int one) = (known[at], theirs[other]);
            if (ours == one) common++;
            if (ours <= one) at++;
            if (one <= ours) other++;
        }

        return Similarity.Of(common, size, theirs.Length);
    }
}
