namespace MaxPoolConvNet.Benchmarks.Accuracy.Baselines;

/// <summary>
/// The words and pairs of neighbouring words of training texts, numbered from 0: the features of a text are the set of those it has.
/// </summary>
internal sealed class Ngrams
{
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<(int, int), int> _pairs = [];

    /// <summary>The number of features known.</summary>
    public int Count => _words.Count + _pairs.Count;

    /// <summary>The features of a training text, all of them known from now on.</summary>
    /// <param name="words">The text's words, with a space between them.</param>
    public int[] Learn(string words)
    {
        string[] split = Split(words);
        foreach (string word in split)
            _words.TryAdd(word, Count);
        for (int at = 1; at < split.Length; at++)
            _pairs.TryAdd((_words[split[at - 1]], _words[split[at]]), Count);
        return Find(words);
    }

    /// <summary>The features of a text that are known, in ascending order, each once.</summary>
    /// <param name="words">The text's words, with a space between them.</param>
    public int[] Find(string words)
    {
        var found = new SortedSet<int>();
        int? before = null;
        foreach (string word in Split(words))
        {
            int? now = _words.TryGetValue(word, out int number) ? number : null;
            if (now is int known) found.Add(known);
            if (before is int first && now is int second && _pairs.TryGetValue((first, second), out int pair)) found.Add(pair);
            before = now;
        }

        return [.. found];
    }

    private static string[] Split(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
