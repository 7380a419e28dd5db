using System.Numerics;

namespace MaxPoolConvNet;

/// <summary>Several adjacent numbers that are processed at once: a processor vector, two or four of them, or a single number.</summary>
/// <remarks>A kernel is written once over lanes; <see cref="Lanes"/> chooses the lanes it runs on, which changes no bit.</remarks>
internal interface ILanes<TSelf, T>
    where TSelf : unmanaged, ILanes<TSelf, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The number of lanes.</summary>
    static abstract int Count { get; }

    /// <summary>Loads the numbers from <paramref name="offset"/> entries after <paramref name="start"/> on.</summary>
    static abstract TSelf Load(ref readonly T start, nint offset);

    /// <summary>Loads single-precision numbers of which only the upper halves are stored (bfloat16); the lower halves are zeros.</summary>
    static abstract TSelf LoadUpperHalves(ref readonly ushort start, nint offset);

    /// <summary>Loads 16-bit whole numbers as single-precision numbers.</summary>
    static abstract TSelf LoadShorts(ref readonly short start, nint offset);

    /// <summary>Loads 8-bit whole numbers as single-precision numbers.</summary>
    static abstract TSelf LoadBytes(ref readonly sbyte start, nint offset);

    /// <summary>The same number in every lane.</summary>
    static abstract TSelf Fill(T value);

    /// <summary>Stores the numbers from <paramref name="offset"/> entries after <paramref name="start"/> on.</summary>
    static abstract void Store(TSelf value, ref T start, nint offset);

    static abstract TSelf operator +(TSelf left, TSelf right);

    static abstract TSelf operator -(TSelf left, TSelf right);

    static abstract TSelf operator *(TSelf left, TSelf right);

    static abstract TSelf operator /(TSelf left, TSelf right);

    /// <summary>left · right + addend, rounded once if the processor supports it (then on all kinds of lanes), else twice.</summary>
    static abstract TSelf MultiplyAdd(TSelf left, TSelf right, TSelf addend);

    static abstract TSelf Sqrt(TSelf value);

    /// <summary>value · 2^exponent of normal single-precision numbers whose product is normal too; exponents are whole numbers.</summary>
    static abstract TSelf TimesPowerOfTwo(TSelf value, TSelf exponent);

    static abstract TSelf Abs(TSelf value);

    /// <summary>For each lane <paramref name="then"/> if left &gt; right, else (also for NaN) <paramref name="otherwise"/>.</summary>
    static abstract TSelf WhereGreater(TSelf left, TSelf right, TSelf then, TSelf otherwise);

    /// <summary>The sum of the lanes, by halves: of 2n lanes i and i + n are added first, and so on.</summary>
    static abstract T Sum(TSelf value);
}
