using System.CommandLine;
using System.Globalization;

namespace MaxPoolConvNet.Benchmarks.Roofline;

/// <summary>
/// What the machine can do, and how much of it the two heaviest loops of the library reach: the projection of training beside the peak of
/// multiply-adds, and the table pass of prediction beside reading rows at random. All in turn, on one thread and on two.
/// </summary>
internal sealed class RooflineCommand : Command
{
    public const int MostThreads = 2;

    private readonly Option<int> _rounds = new("--rounds") { Description = "measured rounds", DefaultValueFactory = _ => 7 };

    private readonly Option<double> _roundSeconds = new("--round-seconds")
    {
        Description = "how long each figure is measured in a round", DefaultValueFactory = _ => 0.1,
    };

    public RooflineCommand()
        : base("roofline", "what the machine can do, and how much of it the library does")
    {
        Add(_rounds);
        Add(_roundSeconds);
        SetAction(Run);
    }

    private void Run(ParseResult arguments)
    {
        int rounds = arguments.GetValue(_rounds);
        double roundSeconds = arguments.GetValue(_roundSeconds);
        ArgumentOutOfRangeException.ThrowIfLessThan(rounds, 1, "--rounds");
        ArgumentOutOfRangeException.ThrowIfLessThan(roundSeconds, 0, "--round-seconds");
        var peak = new PeakMultiplyAdd();
        var projection = new ProjectionLoad();
        RowReads atRandom = RowReads.AtRandom();
        RowReads inCache = RowReads.AtRandomInCache();
        IReadOnlyList<TablePass> passes = TablePass.All();
        MachineLoad[] loads = [peak, RowReads.InOrder(), atRandom, inCache, projection, .. passes];

        WorkSharing[] sharings = [.. Enumerable.Range(1, MostThreads).Select(threads => new WorkSharing(threads))];
        Action[] works = [.. loads.SelectMany(load => sharings.Select<WorkSharing, Action>(sharing => () => load.Run(sharing)))];
        IReadOnlyList<Timing> timings = SideBySide.Measure(rounds, roundSeconds, works);

        Markdown.Line($"{Machine.Description}; medians of {rounds} rounds in turn");
        Markdown.Line();
        Markdown.Head("a second", "unit", "1 thread", "2 threads");
        foreach (MachineLoad load in loads)
            Markdown.Row(load.Name, load.Unit, Markdown.Number(Rate(load, 1)), Markdown.Number(Rate(load, 2)));
        Markdown.Line();
        Markdown.Head("reached", "of", "1 thread", "2 threads");
        PrintShare(projection, peak);
        foreach (TablePass pass in passes)
            PrintShare(pass, atRandom);
        Markdown.Line();
        Markdown.Head("prediction", "bytes a text", "µs a text, 1 thread");
        foreach (TablePass pass in passes)
            Markdown.Row(pass.Name, pass.BytesPerText.ToString("N0", CultureInfo.InvariantCulture), Markdown.Number(1e6 * TablePass.PerText(Seconds(pass, 1))));

        void PrintShare(MachineLoad part, MachineLoad whole) =>
            Markdown.Row(part.Name, whole.Name, Share(part, whole, 1), Share(part, whole, 2));

        string Share(MachineLoad part, MachineLoad whole, int threads) =>
            (Rate(part, threads) / Rate(whole, threads)).ToString("P0", CultureInfo.InvariantCulture);

        double Rate(MachineLoad load, int threads) => load.Amount(threads) / Seconds(load, threads);

        double Seconds(MachineLoad load, int threads) => timings[(Array.IndexOf(loads, load) * MostThreads) + threads - 1].Median;
    }
}
