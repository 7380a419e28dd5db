using System.Globalization;

namespace MaxPoolConvNet.Benchmarks.Peers.Rows;

/// <summary>The most memory of a process that reads the texts and makes some steps of AdaDelta: a process for each side.</summary>
internal sealed class MemoryRow : IPeerRow
{
    public string Name => "memory";

    public string Title => $"Peak resident memory of a process that reads the texts and makes {MemoryCommand.Steps} steps: AdaDelta, batch {PeerTexts.BatchSize}, 2 threads";

    public bool HasTorch => true;

    public IEnumerable<string> Measure(PeerSetting setting)
    {
        double first = 0;
        yield return "| | MB | × the first |";
        yield return "|---|---|---|";
        foreach ((string side, string title) in MemoryCommand.Sides)
        {
            double bytes = PeakOf(side, setting);
            if (first == 0) first = bytes;
            yield return string.Create(CultureInfo.InvariantCulture, $"| {title} | {bytes / 1e6:F0} | {bytes / first:G3} |");
        }
    }

    private static double PeakOf(string side, PeerSetting setting)
    {
        string program = Environment.ProcessPath!;
        string[] host = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [typeof(MemoryRow).Assembly.Location] : [];
        (string output, _) = ExternalProgram.Run(program, [.. host, MemoryCommand.CommandName, side, .. setting.DataArguments]);
        return double.Parse(output, CultureInfo.InvariantCulture);
    }
}
