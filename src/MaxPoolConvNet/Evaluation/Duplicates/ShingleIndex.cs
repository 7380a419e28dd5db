using System.Runtime.InteropServices;

namespace MaxPoolConvNet.Evaluation;

/// <summary>An index of texts by their rarest shingles. Immutable and thread-safe.</summary>
/// <remarks>
/// Shingles are numbered by rarity; the fewest texts have shingle 0. Of texts with the same words, only the first has shingles.
/// </remarks>
internal sealed class ShingleIndex
{
    private readonly Dictionary<Shingle, int> _found = [];
    private readonly Dictionary<int[], int> _textsByWords = new(new SameWords());
    private readonly int[][] _shingles;

    // indexed by the order in which shingles were found
    private readonly int[] _ranks;

    // the texts of the shingle of rank r are _texts[_starts[r] … _starts[r + 1])
    private readonly int[] _starts;
    private readonly int[] _texts;

    /// <param name="texts">The numbers of each text's words.</param>
    /// <param name="threshold">The least similarity to find.</param>
    /// <param name="cancellationToken">Ends the work between two texts.</param>
    /// <exception cref="OperationCanceledException">The work was canceled.</exception>
    public ShingleIndex(IReadOnlyList<int[]> texts, double threshold, CancellationToken cancellationToken)
    {
        Threshold = threshold;
        var counts = new List<int>();
        var shingles = new List<Shingle>();
        _shingles = new int[texts.Count][];
        for (int text = 0; text < texts.Count; text++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            shingles.Clear();
            if (texts[text].Length > 0 && _textsByWords.TryAdd(texts[text], text)) Shingle.Collect(texts[text], shingles);
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

    /// <summary>The least similarity to find.</summary>
    public double Threshold { get; }

    /// <summary>The number of texts.</summary>
    public int Count => _shingles.Length;

    /// <summary>Returns the first text with exactly these words; null if there is none, or if there are no words.</summary>
    public int? TextOf(int[] words) => _textsByWords.TryGetValue(words, out int text) ? text : null;

    /// <summary>Returns the number of a shingle, or null if no text has it.</summary>
    public int? NumberOf(Shingle shingle) => _found.TryGetValue(shingle, out int found) ? _ranks[found] : null;

    /// <summary>Returns the shingles of a text, the rarest first.</summary>
    public ReadOnlySpan<int> ShinglesOf(int text) => _shingles[text];

    /// <summary>Returns the texts that have a shingle in their prefix of rarest shingles.</summary>
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

    /// <summary>Returns the rank of each number by its count; among equal counts, the first found comes first.</summary>
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

        // iterating from the last text to the first turns ends into starts
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
