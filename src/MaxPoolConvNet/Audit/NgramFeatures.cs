using System.Runtime.InteropServices;

namespace MaxPoolConvNet.Evaluation;

/// <summary>
/// The words and word pairs that occur in two texts or more, numbered, and the distinct ones of each text. Immutable and thread-safe.
/// </summary>
internal sealed class NgramFeatures
{
    // the numbers of words and pairs; −1 for those of a single text
    private readonly int[] _words;
    private readonly Dictionary<Shingle, int> _pairs = [];
    private readonly (int First, int Second)[] _ngrams;

    /// <param name="words">The numbers of each text's words.</param>
    /// <param name="cancellationToken">Ends the work between two texts.</param>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public NgramFeatures(int[][] words, CancellationToken cancellationToken)
    {
        int wordCount = words.Max(own => own.Length == 0 ? 0 : own.Max() + 1);
        _words = new int[wordCount];
        var seen = new HashSet<Shingle>();
        foreach (int[] own in words)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Count(own, seen);
        }

        int next = Number(_words);
        foreach (Shingle pair in _pairs.Keys.ToArray())
        {
            ref int count = ref CollectionsMarshal.GetValueRefOrNullRef(_pairs, pair);
            if (count > 1) count = next++;
            else _pairs.Remove(pair);
        }

        FeatureCount = next;
        _ngrams = new (int First, int Second)[next];
        for (int word = 0; word < _words.Length; word++)
        {
            if (_words[word] >= 0) _ngrams[_words[word]] = (word, -1);
        }

        foreach ((Shingle pair, int feature) in _pairs)
            _ngrams[feature] = (pair.First, pair.Second);
        OfTexts = new int[words.Length][];
        var distinct = new HashSet<int>();
        for (int text = 0; text < words.Length; text++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            distinct.Clear();
            for (int at = 0; at < words[text].Length; at++)
            {
                if (OfWord(words[text], at) is >= 0 and var word) distinct.Add(word);
                if (OfPair(words[text], at) is >= 0 and var pair) distinct.Add(pair);
            }

            OfTexts[text] = [.. distinct];
            Array.Sort(OfTexts[text]);
        }
    }

    /// <summary>The number of features.</summary>
    public int FeatureCount { get; }

    /// <summary>The distinct features of each text, in ascending order.</summary>
    public int[][] OfTexts { get; }

    /// <summary>The numbers of a feature's words; the second is −1 for a single word.</summary>
    public (int First, int Second) WordsOf(int feature) => _ngrams[feature];

    /// <summary>The number of the word at a position; −1 if no other text has it.</summary>
    public int OfWord(int[] words, int at) => _words[words[at]];

    /// <summary>The number of the word at a position and the next one; −1 if no other text has them or there is no next one.</summary>
    public int OfPair(int[] words, int at) => at + 1 < words.Length ? _pairs.GetValueOrDefault(Key(words, at), -1) : -1;

    private static Shingle Key(int[] words, int at) => new(words[at], words[at + 1], -1);

    private static int Number(int[] counts)
    {
        int next = 0;
        foreach (ref int count in counts.AsSpan())
            count = count > 1 ? next++ : -1;
        return next;
    }

    private void Count(int[] words, HashSet<Shingle> seen)
    {
        seen.Clear();
        for (int at = 0; at < words.Length; at++)
        {
            if (seen.Add(new Shingle(words[at], -1, -1))) _words[words[at]]++;
            if (at + 1 < words.Length && seen.Add(Key(words, at)))
                CollectionsMarshal.GetValueRefOrAddDefault(_pairs, Key(words, at), out _)++;
        }
    }
}
