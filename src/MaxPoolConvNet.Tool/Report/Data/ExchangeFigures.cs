using System.Text.Json.Nodes;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tool.Report.Data;

/// <summary>An <see cref="ExchangeReport"/> of any rank.</summary>
internal sealed record ExchangeFigures(long Operations, long SentBytes, long ReceivedBytes, TimeSpan ExchangeTime, TimeSpan Elapsed)
{
    /// <summary>The number of numbers that ranks exchange for one.</summary>
    public const int Count = 5;

    /// <summary>The fraction of the time that isn't spent in exchange, or waiting for other ranks.</summary>
    public double Efficiency => Elapsed > TimeSpan.Zero ? Math.Max(0, 1 - (ExchangeTime / Elapsed)) : 1;

    /// <summary>The numbers of a report; zeros if there is none.</summary>
    public static long[] Numbers(ExchangeReport? report) => report is null
        ? new long[Count]
        : [report.OperationCount, report.SentBytes, report.ReceivedBytes, report.ExchangeTime.Ticks, report.Elapsed.Ticks];

    /// <summary>The figures that have these numbers; null for zeros.</summary>
    public static ExchangeFigures? Of(long[] numbers) => numbers[4] == 0
        ? null
        : new(numbers[0], numbers[1], numbers[2], TimeSpan.FromTicks(numbers[3]), TimeSpan.FromTicks(numbers[4]));

    public JsonObject ToJson() => new()
    {
        ["operations"] = Operations,
        ["sentBytes"] = SentBytes,
        ["receivedBytes"] = ReceivedBytes,
        ["exchangeSeconds"] = ExchangeTime.TotalSeconds,
        ["seconds"] = Elapsed.TotalSeconds,
        ["efficiency"] = Efficiency,
    };
}
