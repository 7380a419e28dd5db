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
    /// 8 bits, for compiling only: whole numbers of one scale per filter, so that the largest number that a word adds to a filter's sums is
    /// 127. A quarter of single precision's memory. Each number is off by half a scale at most, 0.4 % of the filter's largest one. The sums
    /// of a window are exact whole numbers, the same on every processor, and so is the window that wins.
    /// </summary>
    [SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "It is what the format is called everywhere.")]
    Int8,
}
