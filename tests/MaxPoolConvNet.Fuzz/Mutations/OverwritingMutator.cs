namespace MaxPoolConvNet.Fuzz;

/// <summary>Makes inputs from others by changing bytes where they stand: files of sectors are refused at once if one moves.</summary>
/// <param name="corpus">The inputs to begin with.</param>
internal sealed class OverwritingMutator(IReadOnlyList<byte[]> corpus)
{
    private const int MostChanges = 8;

    /// <summary>Makes an input.</summary>
    public byte[] Make(Random random)
    {
        byte[] bytes = [.. corpus[random.Next(corpus.Count)]];
        for (int changes = 1 + random.Next(MostChanges); changes > 0; changes--)
            ByteMutator.Overwrite(bytes, random);
        return bytes;
    }
}
