using System.Runtime.CompilerServices;

namespace MaxPoolConvNet;

/// <summary>One 16-bit integer: used on processors without vectors, and by tests as the reference for vectors.</summary>
internal readonly struct SingleShortLane(short number) : IShortLanes<SingleShortLane>
{
    private readonly short _number = number;

    public static int Count => 1;

    public static SingleShortLane Load(ref readonly short start, nint offset) => new(Unsafe.Add(ref Unsafe.AsRef(in start), offset));

    public static SingleShortLane LoadBytes(ref readonly sbyte start, nint offset) => new(Unsafe.Add(ref Unsafe.AsRef(in start), offset));

    public static SingleShortLane Fill(short value) => new(value);

    public static void Store(SingleShortLane value, ref short start, nint offset) => Unsafe.Add(ref start, offset) = value._number;

    public static SingleShortLane operator +(SingleShortLane left, SingleShortLane right) => new((short)(left._number + right._number));

    public static SingleShortLane Max(SingleShortLane left, SingleShortLane right) => new(Math.Max(left._number, right._number));
}
