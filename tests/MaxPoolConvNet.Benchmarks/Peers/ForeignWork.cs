using System.Globalization;

namespace MaxPoolConvNet.Benchmarks.Peers;

/// <summary>
/// What other processes take of the processors. It has to be next to nothing: the threads of libtorch and ONNX Runtime wait for each other, so that a
/// processor taken from one of them costs them many times what it costs the library.
/// </summary>
internal static class ForeignWork
{
    /// <summary>The part of all processors' time, from 0 to 1, that is taken while this process waits; null where the system doesn't tell.</summary>
    public static double? Measure(TimeSpan wait)
    {
        if (!File.Exists("/proc/stat")) return null;
        (long idleBefore, long before) = Ticks();
        Thread.Sleep(wait);
        (long idle, long all) = Ticks();
        return 1 - ((double)(idle - idleBefore) / Math.Max(1, all - before));
    }

    /// <summary>Idle and all ticks of all processors: the line is "cpu user nice system idle iowait …", the last two of guests being in the first two.</summary>
    private static (long Idle, long All) Ticks()
    {
        long[] ticks =
        [
            .. File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Take(8)
                .Select(number => long.Parse(number, CultureInfo.InvariantCulture)),
        ];
        return (ticks[3] + ticks[4], ticks.Sum());
    }
}
