namespace MaxPoolConvNet.Evaluation;

/// <summary>Three words in a row, by their numbers; −1 behind the last word of a text that has fewer.</summary>
internal readonly record struct Shingle(int First, int Second, int Third) : IComparable<Shingle>
{
    /// <summary>Replaces what the list holds by the different shingles of a text, in an order of their own.</summary>
    public static void Collect(ReadOnlySpan<int> words, List<Shingle> shingles)
    {
        shingles.Clear();
        if (words.Length is 1 or 2) shingles.Add(new Shingle(words[0], words.Length == 2 ? words[1] : -1, -1));
        for (int at = 0; at + 2 < words.Length; at++)
            shingles.Add(new Shingle(words[at], words[at + 1], words[at + 2]));
        shingles.Sort();
        int kept = 0;
        for (int at = 0; at < shingles.Count; at++)
        {
            if (at == 0 || shingles[at] != shingles[at - 1]) shingles[kept++] = shingles[at];
        }

        shingles.RemoveRange(kept, shingles.Count - kept);
    }

    public int CompareTo(Shingle other) =>
        First != other.First ? First.CompareTo(other.First) : Second != other.Second ? Second.CompareTo(other.Second) : Third.CompareTo(other.Third);

    /// <summary>Spreads numbers that are small, and often the same in one place, over all bits.</summary>
    public override int GetHashCode()
    {
        ulong bits = ((ulong)(uint)First << 32 | (uint)Second) * 0x9E3779B97F4A7C15;
        bits = (bits ^ (bits >> 32) ^ (uint)Third) * 0xBF58476D1CE4E5B9;
        return (int)(bits >> 32);
    }
}
