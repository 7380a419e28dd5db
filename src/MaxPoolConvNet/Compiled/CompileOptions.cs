namespace MaxPoolConvNet;

/// <summary>How a classifier is compiled. Checked where it is taken.</summary>
public sealed record CompileOptions
{
    /// <summary>How numbers are kept. The default is <see cref="WeightFormat.Float32"/>.</summary>
    public WeightFormat WeightFormat { get; set; } = WeightFormat.Float32;

    /// <summary>When rows are computed. The default is <see cref="CompiledRows.AllAtOnce"/>.</summary>
    public CompiledRows Rows { get; set; } = CompiledRows.AllAtOnce;

    /// <summary>
    /// The most bytes that the table's rows may take; at least 0. The rows of words beyond it are computed anew for each text, in scratch of a
    /// few MB a thread. With <see cref="CompiledRows.AllAtOnce"/> it is the words of the highest ids that stay out: of a training's vocabulary
    /// the rarest, and an id for unknown words, if there is one. With <see cref="CompiledRows.AtFirstUse"/> it is those that come last. The
    /// default is 1 GiB (2³⁰).
    /// </summary>
    public long MaximumBytes { get; set; } = 1L << 30;

    /// <summary>What is done where nobody has asked: rows are made as texts come.</summary>
    internal static CompileOptions Unasked { get; } = new() { Rows = CompiledRows.AtFirstUse };

    internal void Check()
    {
        OptionRange.CheckAll(this);
        ArgumentOutOfRangeException.ThrowIfNegative(MaximumBytes, nameof(MaximumBytes));
    }
}
