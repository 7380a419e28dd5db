using System.CommandLine;
using System.Globalization;
using MaxPoolConvNet.Benchmarks.Peers.Equality;
using MaxPoolConvNet.Benchmarks.Peers.Onnx;
using MaxPoolConvNet.Benchmarks.Peers.Torch;

namespace MaxPoolConvNet.Benchmarks.Peers;

/// <summary>
/// Kim's network (2014) by the library, by libtorch and by ONNX Runtime: training, prediction, memory and size, in turn, on the same texts, once
/// all of them have given the same numbers; what libtorch takes part in is left out where its numbers are wrong.
/// </summary>
internal sealed class PeersCommand : Command
{
    private const double MostForeignWork = 0.05;

    private readonly Option<string> _data = new("--data") { Description = "labeled texts of two labels", Required = true };
    private readonly Option<bool> _latin1 = new("--latin1") { Description = "the data is Latin-1, not UTF-8" };
    private readonly Option<int> _rounds = new("--rounds") { Description = "measured rounds of each side", DefaultValueFactory = _ => 7 };

    private readonly Option<string[]> _rows = new("--rows")
    {
        Description = $"what to measure, without it all: {string.Join(", ", PeerRows.All.Select(row => row.Name))}", AllowMultipleArgumentsPerToken = true,
    };

    public PeersCommand()
        : base("peers", "Kim's network beside libtorch and ONNX Runtime: training, prediction, memory, size")
    {
        foreach (Option option in new Option[] { _data, _latin1, _rounds, _rows })
            Add(option);
        SetAction(Run);
    }

    private void Run(ParseResult arguments)
    {
        string path = arguments.GetValue(_data)!;
        bool latin1 = arguments.GetValue(_latin1);
        IReadOnlyList<IPeerRow> rows = Chosen(arguments.GetValue(_rows));
        var texts = PeerTexts.Read(path, latin1 ? "latin1" : "utf-8");
        TorchLibrary.UseThreads(2);
        var setting = new PeerSetting(texts, arguments.GetValue(_rounds), ["--data", path, .. latin1 ? ["--latin1"] : Array.Empty<string>()]);
        Print($"{Machine.Description}; {TorchLibrary.Version}; ONNX Runtime {OnnxPredictor.Version}");
        Print($"");
        Print($"{texts.Encoded.Count} texts, {texts.Encoded.WordCount} words, {texts.Words} distinct; Kim's network: widths {string.Join(", ", KimForm.Widths)} × {KimForm.FiltersPerWidth} filters over trained {KimForm.Dimension}-d vectors, one logit, single precision; {setting.Rounds} rounds in turn after one to warm up");
        IReadOnlyList<Difference> differences = EqualityCheck.Run(texts);
        Section("The same numbers from all sides, before anything is timed", DifferenceTable.Lines(differences));
        if (DifferenceTable.Wrong(differences, EqualityCheck.Onnx) is { } wrong) throw new InvalidOperationException($"nothing is timed: {wrong}");
        string? withoutTorch = DifferenceTable.Wrong(differences, EqualityCheck.Torch);
        foreach (IPeerRow row in rows)
        {
            if (row.HasTorch && withoutTorch is not null) Section(row.Title, [$"Not timed: {withoutTorch}"]);
            else Section(row.Title, [.. OthersAtWork(), .. row.Measure(setting)]);
        }

        if (withoutTorch is not null && rows.Any(row => row.HasTorch)) throw new InvalidOperationException("libtorch computes other numbers on this processor");
    }

    /// <summary>What tells a figure that isn't worth having, as other processes were at work when its row began.</summary>
    private static IEnumerable<string> OthersAtWork()
    {
        if (ForeignWork.Measure(TimeSpan.FromSeconds(1)) is not { } part || part < MostForeignWork) yield break;
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"**Other processes took {100 * part:F0} % of the processors when this row began: unfair above all to the peers, whose threads wait for each other.**");
        yield return "";
    }

    private static IReadOnlyList<IPeerRow> Chosen(string[]? asked)
    {
        if (asked is null or []) return PeerRows.All;
        string? unknown = asked.FirstOrDefault(name => !PeerRows.All.Any(row => row.Name == name));
        return unknown is null
            ? [.. PeerRows.All.Where(row => asked.Contains(row.Name))]
            : throw new ArgumentException($"--rows {unknown}: there is {string.Join(", ", PeerRows.All.Select(row => row.Name))}");
    }

    private static void Section(string title, IEnumerable<string> lines)
    {
        Print($"");
        Print($"## {title}");
        Print($"");
        foreach (string line in lines)
            Console.WriteLine(line);
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
