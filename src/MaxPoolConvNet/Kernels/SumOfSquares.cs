namespace MaxPoolConvNet;

/// <summary>Σ x² of single-precision entries, added up in double precision block by block, so that millions of them lose no digits.</summary>
internal static class SumOfSquares
{
    private const int Block = 1024;

    /// <param name="entries">Whole cache lines.</param>
    public static double Of(ReadOnlySpan<float> entries)
    {
        double sum = 0;
        for (int start = 0; start < entries.Length; start += Block)
        {
            ReadOnlySpan<float> block = entries[start..Math.Min(start + Block, entries.Length)];
            float ofBlock = 0;
            Lanes.Run<DotProduct<float>, float>(new DotProduct<float>(block, block, ref ofBlock));
            sum += ofBlock;
        }

        return sum;
    }
}
