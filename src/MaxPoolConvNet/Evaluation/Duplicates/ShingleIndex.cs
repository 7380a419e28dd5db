using System.Runtime.InteropServices;

namespace MaxPoolConvNet.Evaluation;

/// <summary>
/// The shingles of the training texts as numbers by their rarity: 0 is one that the fewest texts have. And which texts have a shingle
/// among their rarest. Nothing changes once it is made, so any number of threads may search in it.
/// </summary>
internal sealed class ShingleIndex
{
    private readonly Dictionary<Shingle, int> _found = [];
    private readonly Dictionary<int[], int> _textsByWords = new(new SameWords());
    private readonly int[][] _shingles;

    // by the order in which shingles were found
    private readonly int[] _ranks;

    // the texts of the shingle of rank r are those from _starts[r] to _starts[r + 1]
    private readonly int[] _starts;
    private readonly int[] _texts;

    /// <param name="texts">The numbers of each text's words.</param>
    /// <param name="threshold">The least similarity that is looked for.</param>
    /// <param name="cancellationToken">Looked at text by text.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public ShingleIndex(IReadOnlyList<int[]> texts, double threshold, CancellationToken cancellationToken)
    {
        Threshold = threshold;
        var counts = new List<int>();
        var shingles = new List<Shingle>();
        _shingles = new int[texts.Count][];
        for (int text = 0; text < texts.Count; text++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (texts[text].Length > 0) _textsByWords.TryAdd(texts[text], text);
            Shingle.Collect(texts[text], shingles);
            _shingles[text] = Find(shingles, counts);
        }

        _ranks = Ranks(CollectionsMarshal.AsSpan(counts));
        foreach (int[] own in _shingles)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (ref int shingle in own.AsSpan())
                shingle = _ranks[shingle];
            Array.Sort(own);
        }

        (_starts, _texts) = TextsByRareShingle(cancellationToken);
    }

    /// <summary>The least similarity that is looked for.</summary>
    public double Threshold { get; }

    /// <summary>How many texts there are.</summary>
    public int Count => _shingles.Length;

    /// <summary>The first text of exactly these words; null where there is none, or no word.</summary>
    public int? TextOf(int[] words) => _textsByWords.TryGetValue(words, out int text) ? text : null;

    /// <summary>The number of a shingle; null where no text has it.</summary>
    public int? NumberOf(Shingle shingle) => _found.TryGetValue(shingle, out int found) ? _ranks[found] : null;

    /// <summary>The shingles of a text, the rarest first.</summary>
    public ReadOnlySpan<int> ShinglesOf(int text) => _shingles[text];

    /// <summary>The texts that have a shingle among the rarest of theirs that matter.</summary>
    public ReadOnlySpan<int> TextsWith(int rareShingle) => _texts.AsSpan(_starts[rareShingle].._starts[rareShingle + 1]);

    private int[] Find(List<Shingle> shingles, List<int> counts)
    {
        int[] found = new int[shingles.Count];
        for (int at = 0; at < found.Length; at++)
        {
            ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(_found, shingles[at], out bool exists);
            if (!exists)
            {
                number = counts.Count;
                counts.Add(0);
            }

            found[at] = number;
            CollectionsMarshal.AsSpan(counts)[number]++;
        }

        return found;
    }

    /// <summary>The place of each number in the order of counts; of equal ones the first found comes first.</summary>
    private static int[] Ranks(ReadOnlySpan<int> counts)
    {
        int most = 0;
        foreach (int count in counts)
            most = Math.Max(most, count);
        int[] next = new int[most + 1];
        foreach (int count in counts)
            next[count]++;
        for (int count = 0, before = 0; count <= most; count++)
            (next[count], before) = (before, before + next[count]);
        int[] ranks = new int[counts.Length];
        for (int number = 0; number < ranks.Length; number++)
            ranks[number] = next[counts[number]]++;
        return ranks;
    }

    private (int[] Starts, int[] Texts) TextsByRareShingle(CancellationToken cancellationToken)
    {
        int[] ends = new int[_ranks.Length + 1];
        foreach (int[] own in _shingles)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (int shingle in Rarest(own))
                ends[shingle]++;
        }

        for (int shingle = 1; shingle < ends.Length; shingle++)
            ends[shingle] += ends[shingle - 1];

        // from the last text to the first, ends become starts
        int[] texts = new int[ends[^1]];
        for (int text = _shingles.Length - 1; text >= 0; text--)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (int shingle in Rarest(_shingles[text]))
                texts[--ends[shingle]] = text;
        }

        return (ends, texts);
    }

    private ReadOnlySpan<int> Rarest(int[] shingles) => shingles.AsSpan(0, Similarity.PrefixLength(shingles.Length, Threshold));

    private sealed class SameWords : IEqualityComparer<int[]>
    {
        public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(int[] obj)
        {
            var hash = default(HashCode);
            hash.AddBytes(MemoryMarshal.AsBytes(obj.AsSpan()));
            return hash.ToHashCode();
        }
    }
}
