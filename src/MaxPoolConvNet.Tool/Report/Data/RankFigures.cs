using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using MaxPoolConvNet.Tool.Terminal;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tool.Report.Data;

/// <summary>What a rank exchanged in a training, and the memory it took.</summary>
/// <param name="Rank">The rank.</param>
/// <param name="EstimatedMemory">The bytes that training was estimated to need at this rank, beside the texts.</param>
/// <param name="PeakMemory">The most bytes of memory that the process had up to the end of the training.</param>
/// <param name="Whole">The whole training.</param>
/// <param name="Epochs">Its epochs; null for those before the checkpoint from which it was resumed.</param>
internal sealed record RankFigures(int Rank, long EstimatedMemory, long PeakMemory, ExchangeFigures Whole, ExchangeFigures?[] Epochs)
{
    private const int MemoryNumbers = 2;

    /// <summary>Gives the figures of all ranks to all of them. All ranks call it.</summary>
    /// <returns>The figures of each rank; empty without ranks.</returns>
    public static RankFigures[] Gather(ToolRanks ranks, TrainingResult result)
    {
        if (result.Exchange is null) return [];
        using var process = Process.GetCurrentProcess();
        long[] own =
        [
            result.EstimatedMemoryBytes, process.PeakWorkingSet64, .. ExchangeFigures.Numbers(result.Exchange),
            .. result.Epochs.SelectMany(epoch => ExchangeFigures.Numbers(epoch.Exchange)),
        ];
        return [.. ranks.Gather(own).Select(Of)];
    }

    public JsonObject ToJson() => new()
    {
        ["rank"] = Rank,
        ["estimatedMemoryBytes"] = EstimatedMemory,
        ["peakMemoryBytes"] = PeakMemory,
        ["exchange"] = Whole.ToJson(),
        ["epochs"] = JsonResult.ArrayOf(Epochs, epoch => epoch?.ToJson()),
    };

    /// <summary>A line about all ranks: the most bytes and memory, and the lowest efficiency, of any of them.</summary>
    public static string Line(RankFigures[] all)
    {
        ExchangeFigures slowest = all.Select(one => one.Whole).MinBy(whole => whole.Efficiency)!;
        double megabytes = all.Max(one => one.Whole.SentBytes + one.Whole.ReceivedBytes) / 1e6;
        double memory = all.Max(one => one.PeakMemory) / 1e6;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{all.Length} ranks: up to {megabytes:N2} MB exchanged and {memory:N0} MB of memory at a rank; "
            + $"{slowest.ExchangeTime.TotalSeconds:F2} of {slowest.Elapsed.TotalSeconds:F2} s in exchange and waiting for other ranks, "
            + $"efficiency at least {slowest.Efficiency:P1}");
    }

    private static RankFigures Of(long[] numbers, int rank)
    {
        ExchangeFigures?[] all = [.. numbers.Skip(MemoryNumbers).Chunk(ExchangeFigures.Count).Select(ExchangeFigures.Of)];
        return new RankFigures(rank, numbers[0], numbers[1], all[0]!, all[1..]);
    }
}
