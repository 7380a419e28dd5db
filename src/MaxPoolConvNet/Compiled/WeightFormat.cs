using System.Diagnostics.CodeAnalysis;

namespace MaxPoolConvNet;

/// <summary>The number format of a compiled classifier's table or of a model file.</summary>
public enum WeightFormat
{
    /// <summary>Single precision, 32 bits, as in training.</summary>
    [SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "It is what the format is called everywhere.")]
    Float32,

    /// <summary>
    /// 16 bits, the upper halves of single precision (bfloat16), rounded to the nearest: half the memory, and at least two significant
    /// decimal digits of each number. Sums are computed in single precision.
    /// </summary>
    BFloat16,

    /// <summary>
    /// 8 bits: whole numbers of one scale per filter, with 127 for the largest number that a word adds to the filter's sums. A quarter of
    /// single precision's memory.
    /// </summary>
    /// <remarks>
    /// A number is off by at most half a scale, 0.4 % of the filter's largest one. The sums of a window are exact, and so is the window
    /// that wins. Model files have 8-bit numbers for compact classifiers only.
    /// </remarks>
    [SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "It is what the format is called everywhere.")]
    Int8,
}
