namespace MaxPoolConvNet;

/// <summary>How a classifier is compiled. Checked where it is taken.</summary>
public sealed record CompileOptions
{
    /// <summary>The format in which numbers are stored. The default is <see cref="WeightFormat.Float32"/>.</summary>
    /// <remarks>
    /// The scales of <see cref="WeightFormat.Int8"/> need a look at the rows of all words, so compiling to it takes about as long with
    /// <see cref="CompiledRows.AtFirstUse"/>, and twice as long with <see cref="CompiledRows.AllAtOnce"/>, as making all rows.
    /// </remarks>
    public WeightFormat WeightFormat { get; set; } = WeightFormat.Float32;

    /// <summary>When rows are computed. The default is <see cref="CompiledRows.AllAtOnce"/>.</summary>
    public CompiledRows Rows { get; set; } = CompiledRows.AllAtOnce;

    /// <summary>
    /// The maximum size of the table's rows, in bytes. The default is 1 GiB (2³⁰). At least 0.
    /// </summary>
    /// <remarks>
    /// The rows of words that don't fit are recomputed for each text, in a few MB of scratch memory per thread. With
    /// <see cref="CompiledRows.AllAtOnce"/>, these are the words with the highest ids: the rarest words of a trained vocabulary, or
    /// its sub-words and words known only by a vector, and the id for unknown words, if there is one. With
    /// <see cref="CompiledRows.AtFirstUse"/>, these are the words used last.
    /// </remarks>
    public long MaximumBytes { get; set; } = 1L << 30;

    /// <summary>The options without a call of <c>Compile</c>: rows are computed at first use.</summary>
    internal static CompileOptions Unasked { get; } = new() { Rows = CompiledRows.AtFirstUse };

    internal void Check()
    {
        OptionRange.CheckAll(this);
        ArgumentOutOfRangeException.ThrowIfNegative(MaximumBytes, nameof(MaximumBytes));
    }
}
