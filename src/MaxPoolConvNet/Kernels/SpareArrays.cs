using System.Numerics;
using System.Runtime.CompilerServices;

namespace MaxPoolConvNet;

/// <summary>Large pinned arrays that one training is done with and the next one can use.</summary>
/// <remarks>
/// While memory looks free, the garbage collector collects such arrays late: a series of trainings would hold several times what one needs.
/// The references are weak, so that an array that nobody takes is collected like any other. Thread-safe.
/// </remarks>
internal static class SpareArrays<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int FewestBytes = 1 << 20;

    private static readonly List<WeakReference<T[]>> _spare = [];
    private static readonly Lock _changing = new();

    /// <summary>Returns an array of zeros that has at least the given length.</summary>
    public static T[] Take(int length)
    {
        if (!IsLarge(length)) return GC.AllocateArray<T>(length, pinned: true);
        if (TakeSpare(length) is not { } spare) return GC.AllocateArray<T>(RoundUp(length), pinned: true);
        spare.AsSpan(0, length).Clear();
        return spare;
    }

    /// <summary>Gives an array that nobody uses any more to whoever needs one.</summary>
    public static void Return(T[] array)
    {
        if (!IsLarge(array.Length)) return;
        lock (_changing)
        {
            _spare.Add(new WeakReference<T[]>(array));
        }
    }

    private static bool IsLarge(int length) => (long)length * Unsafe.SizeOf<T>() >= FewestBytes;

    /// <summary>Rounds up by an eighth at most, so that an array also fits a table of a few more words.</summary>
    private static int RoundUp(int length)
    {
        long grain = (long)BitOperations.RoundUpToPowerOf2((uint)length) / 16;
        return (int)Math.Min((length + grain - 1) / grain * grain, Array.MaxLength);
    }

    /// <summary>Takes the shortest array that is long enough, but none that is much too long.</summary>
    private static T[]? TakeSpare(int length)
    {
        lock (_changing)
        {
            _spare.RemoveAll(reference => !reference.TryGetTarget(out _));
            T[]? best = null;
            foreach (WeakReference<T[]> reference in _spare)
            {
                if (reference.TryGetTarget(out T[]? array) && array.Length >= length && array.Length / 2 <= length
                    && array.Length < (best?.Length ?? int.MaxValue))
                {
                    best = array;
                }
            }

            if (best is not null) _spare.RemoveAll(reference => reference.TryGetTarget(out T[]? array) && array == best);
            return best;
        }
    }
}
