namespace MaxPoolConvNet;

/// <summary>How the numbers of a compiled classifier's table, or of a model file, are kept.</summary>
public enum Precision
{
    /// <summary>Single precision, 32 bits, as in training.</summary>
    Full,

    /// <summary>
    /// 16 bits, the upper halves of single precision (bfloat16), rounded to the nearest: half the memory, and at least two significant
    /// decimal digits of each number. Sums are made in single precision.
    /// </summary>
    BFloat16,
}
