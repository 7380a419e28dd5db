namespace MaxPoolConvNet.Evaluation;

/// <summary>Three consecutive words, by their numbers; −1 for the missing words of a shorter text.</summary>
internal readonly struct Shingle(int first, int second, int third) : IComparable<Shingle>, IEquatable<Shingle>
{
    public int First { get; } = first;

    public int Second { get; } = second;

    public int Third { get; } = third;

    /// <summary>Replaces the contents of a list with the distinct shingles of a text, sorted.</summary>
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
            if (at == 0 || !shingles[at].Equals(shingles[at - 1])) shingles[kept++] = shingles[at];
        }

        shingles.RemoveRange(kept, shingles.Count - kept);
    }

    public int CompareTo(Shingle other)
    {
        if (First != other.First) return First.CompareTo(other.First);
        return Second != other.Second ? Second.CompareTo(other.Second) : Third.CompareTo(other.Third);
    }

    public bool Equals(Shingle other) => CompareTo(other) == 0;

    public override bool Equals(object? obj) => obj is Shingle other && Equals(other);

    /// <summary>Distributes the numbers, which are small and often equal, over all bits.</summary>
    public override int GetHashCode()
    {
        ulong bits = ((ulong)(uint)First << 32 | (uint)Second) * 0x9E3779B97F4A7C15;
        bits = (bits ^ (bits >> 32) ^ (uint)Third) * 0xBF58476D1CE4E5B9;
        return (int)(bits >> 32);
    }
}
