using System.Globalization;

namespace MaxPoolConvNet.Benchmarks.Ranks;

/// <summary>The network between ranks.</summary>
/// <param name="Latency">Seconds until a message of no length has arrived.</param>
/// <param name="BytesPerSecond">What a rank receives per second; infinite without a limit.</param>
internal readonly record struct Link(double Latency, double BytesPerSecond)
{
    /// <summary>The time that a collective operation takes: the ranks are reached by doubling.</summary>
    /// <param name="ranks">The number of ranks.</param>
    /// <param name="received">The bytes that a rank receives.</param>
    public double Seconds(int ranks, double received) =>
        (Latency * Math.Ceiling(Math.Log2(Math.Max(1, ranks)))) + (received / BytesPerSecond);

    public override string ToString()
    {
        string bandwidth = double.IsInfinity(BytesPerSecond) ? "" : string.Create(CultureInfo.InvariantCulture, $", {BytesPerSecond / 1e6:0.###} MB/s");
        return string.Create(CultureInfo.InvariantCulture, $"{Latency * 1e3:0.###} ms{bandwidth}");
    }
}
