using System.Numerics;

namespace MaxPoolConvNet;

/// <summary>
/// Some neighbouring numbers that are worked on at once: a vector of the processor, four of them, or a single number. A kernel is written
/// once over lanes; which ones it runs on is chosen by <see cref="Lanes"/>, and changes no bit.
/// </summary>
internal interface ILanes<TSelf, T>
    where TSelf : unmanaged, ILanes<TSelf, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>How many numbers.</summary>
    static abstract int Count { get; }

    /// <summary>The numbers from <paramref name="offset"/> entries after <paramref name="start"/> on.</summary>
    static abstract TSelf Load(ref readonly T start, nint offset);

    /// <summary>
    /// The same of numbers in single precision of which only the upper halves are stored (bfloat16); the lower ones are zeros.
    /// </summary>
    static abstract TSelf LoadUpperHalves(ref readonly ushort start, nint offset);

    /// <summary>The same number in every lane.</summary>
    static abstract TSelf Fill(T value);

    /// <summary>Writes the numbers from <paramref name="offset"/> entries after <paramref name="start"/> on.</summary>
    static abstract void Store(TSelf value, ref T start, nint offset);

    static abstract TSelf operator +(TSelf left, TSelf right);

    static abstract TSelf operator -(TSelf left, TSelf right);

    static abstract TSelf operator *(TSelf left, TSelf right);

    static abstract TSelf operator /(TSelf left, TSelf right);

    /// <summary>left · right + addend, rounded once where the processor can (then on every kind of lane), else twice.</summary>
    static abstract TSelf MultiplyAdd(TSelf left, TSelf right, TSelf addend);

    static abstract TSelf Sqrt(TSelf value);

    /// <summary>
    /// value · 2^exponent of normal numbers in single precision whose product is normal too; exponents are whole numbers.
    /// </summary>
    static abstract TSelf TimesPowerOfTwo(TSelf value, TSelf exponent);

    static abstract TSelf Abs(TSelf value);

    /// <summary>
    /// Lane by lane: <paramref name="then"/> where left &gt; right, else <paramref name="otherwise"/> (where one is NaN, too).
    /// </summary>
    static abstract TSelf WhereGreater(TSelf left, TSelf right, TSelf then, TSelf otherwise);

    /// <summary>The sum of the lanes, by halves: of 2n lanes i and i + n are added first, and so on.</summary>
    static abstract T Sum(TSelf value);
}
