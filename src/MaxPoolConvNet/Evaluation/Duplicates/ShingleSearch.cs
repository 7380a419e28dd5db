using System.Runtime.InteropServices;

namespace MaxPoolConvNet.Evaluation;

/// <summary>Searches an index for texts similar to another, repeatedly. Not thread-safe: each thread needs its own.</summary>
/// <param name="index">The texts to find.</param>
/// <param name="closest">Receives what is similar.</param>
/// <param name="numbers">The numbers of words of texts that have none yet.</param>
internal sealed class ShingleSearch(ShingleIndex index, ClosestTexts closest, WordNumbers numbers)
{
    private readonly List<Shingle> _shingles = [];
    private readonly List<int> _known = [];

    // the number of the search in which a text was last compared
    private readonly int[] _compared = new int[index.Count];
    private int _searches;

    /// <summary>Offers a text to all texts of the index that are similar enough.</summary>
    /// <exception cref="OperationCanceledException">The search was canceled.</exception>
    public void Offer(int offered, string text, CancellationToken cancellationToken) =>
        Offer(offered, numbers.Of(text), after: -1, cancellationToken);

    /// <summary>The same for a text whose words are numbered.</summary>
    /// <param name="offered">The index of the offered text.</param>
    /// <param name="words">The numbers of its words.</param>
    /// <param name="after">Only texts after this one are compared: the text itself, if it is one of the index.</param>
    /// <param name="cancellationToken">Ends the search between two texts.</param>
    /// <exception cref="OperationCanceledException">The search was canceled.</exception>
    public void Offer(int offered, int[] words, int after, CancellationToken cancellationToken)
    {
        int? same = index.TextOf(words);
        if (same > after) closest.Offer(same.Value, offered, ClosestTexts.Same);
        if (same < after)
        {
            // the earlier text with the same words is as close to all others, and comes before this one
            closest.Offer(offered, same.Value, ClosestTexts.Same);
            return;
        }

        _searches++;
        int size = Look(words);

        // shingles that no text of the index has are the rarest of all
        int rare = Similarity.PrefixLength(size, index.Threshold) - (size - _known.Count);
        ReadOnlySpan<int> known = CollectionsMarshal.AsSpan(_known);
        for (int at = 0; at < rare; at++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ReadOnlySpan<int> texts = index.TextsWith(known[at]);
            for (int t = texts.Length - 1; t >= 0 && texts[t] > after; t--)
            {
                int text = texts[t];
                if (_compared[text] == _searches) continue;
                _compared[text] = _searches;
                cancellationToken.ThrowIfCancellationRequested();
                double enough = closest.EnoughFor(text);
                double similarity = SimilarityTo(text, known, size, enough);
                if (similarity >= enough) closest.Offer(text, offered, similarity);
            }
        }
    }

    /// <summary>Finds the numbers of a text's shingles, the rarest first.</summary>
    /// <returns>The number of its shingles, including those that no text of the index has.</returns>
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

    /// <summary>Returns the similarity to a text of the index, or 0 as soon as it is certain to be too small.</summary>
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
