namespace MaxPoolConvNet;

/// <summary>The n-grams with the largest responses of a filter so far, without duplicates.</summary>
internal sealed class TopNgrams(int most)
{
    private readonly List<(int[] WordIds, float Response, float Pooled)> _ngrams = [];

    /// <summary>The n-grams and their h, in the order of falling response; among equals, the one offered first comes first.</summary>
    public IEnumerable<(int[] WordIds, float Pooled)> All => _ngrams.Select(ngram => (ngram.WordIds, ngram.Pooled));

    /// <summary>Adds an n-gram if its response is among the largest.</summary>
    /// <param name="wordIds">Its words.</param>
    /// <param name="response">The response before the activation; after it, saturated responses would tie.</param>
    /// <param name="pooled">h.</param>
    public void Offer(ReadOnlySpan<int> wordIds, float response, float pooled)
    {
        if (_ngrams.Count == most && !(response > _ngrams[^1].Response)) return;
        for (int at = 0; at < _ngrams.Count; at++)
        {
            if (!wordIds.SequenceEqual(_ngrams[at].WordIds)) continue;
            if (!(response > _ngrams[at].Response)) return;
            _ngrams.RemoveAt(at);
            break;
        }

        int place = _ngrams.FindIndex(ngram => response > ngram.Response);
        _ngrams.Insert(place < 0 ? _ngrams.Count : place, (wordIds.ToArray(), response, pooled));
        if (_ngrams.Count > most) _ngrams.RemoveAt(most);
    }
}
