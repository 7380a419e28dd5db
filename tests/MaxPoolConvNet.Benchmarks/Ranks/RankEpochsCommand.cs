using System.CommandLine;
using System.Globalization;
using MaxPoolConvNet.Mpi;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Benchmarks.Ranks;

/// <summary>
/// The epochs of one network at a rank: ranks share its filters, or each trains a whole one at the same time. Started by mpirun; prints the words, and the
/// seconds, operations and received bytes of each epoch.
/// </summary>
internal sealed class RankEpochsCommand : Command
{
    private readonly Option<string> _data = new("--data") { Required = true };
    private readonly Option<int> _texts = new("--texts") { DefaultValueFactory = _ => 5_000 };
    private readonly Option<int> _filters = new("--filters") { DefaultValueFactory = _ => 100 };
    private readonly Option<int> _batch = new("--batch") { DefaultValueFactory = _ => 256 };
    private readonly Option<int> _epochs = new("--epochs") { DefaultValueFactory = _ => 10 };
    private readonly Option<double> _latency = new("--latency");
    private readonly Option<double> _bandwidth = new("--bandwidth") { DefaultValueFactory = _ => double.PositiveInfinity };
    private readonly Option<bool> _whole = new("--whole");

    public RankEpochsCommand()
        : base("rank-epochs", "what ranks-delay starts at each rank")
    {
        Hidden = true;
        foreach (Option option in new Option[] { _data, _texts, _filters, _batch, _epochs, _latency, _bandwidth, _whole })
            Add(option);
        SetAction(Run);
    }

    private void Run(ParseResult arguments)
    {
        using MpiProcess process = MpiProcess.Start();
        LabeledText[] texts = Texts(arguments.GetValue(_data)!, arguments.GetValue(_texts));
        var link = new Link(arguments.GetValue(_latency) / 1e3, arguments.GetValue(_bandwidth) * 1e6);
        int filters = arguments.GetValue(_filters);
        var options = new TrainingOptions
        {
            Networks = 1,
            Calibration = Calibration.None,
            Compact = false,
            Threads = 1,
            BatchSize = arguments.GetValue(_batch),
            Epochs = arguments.GetValue(_epochs),
            Network = new ConvNetOptions { Filters = [new(1, filters), new(2, filters), new(3, filters)] },
            Ranks = arguments.GetValue(_whole) ? null : new DelayedRanks(process.Ranks, link),
        };
        var ends = new List<TimeSpan>();
        var progress = new EndsOfEpochs(ends);
        Wait(process.Ranks);
        TrainingResult result = new Trainer(options).Train(texts, progress);
        Wait(process.Ranks);
        if (process.Ranks.Rank > 0) return;
        Console.WriteLine(result.TrainedWordCount / result.Epochs.Length);
        for (int epoch = 1; epoch < ends.Count; epoch++)
        {
            ExchangeReport? exchange = result.Epochs[epoch].Exchange;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{(ends[epoch] - ends[epoch - 1]).TotalSeconds} {exchange?.OperationCount ?? 0} {exchange?.ReceivedBytes ?? 0}"));
        }
    }

    /// <summary>Every n-th text of a file, so that all its labels are among them.</summary>
    private static LabeledText[] Texts(string path, int count)
    {
        LabeledTexts all = LabeledTextFile.Read(path);
        int step = Math.Max(1, all.Count / count);
        return [.. all.Where((_, t) => t % step == 0).Take(count)];
    }

    /// <summary>Waits for all ranks.</summary>
    private static void Wait(IRankGroup ranks)
    {
        byte[] all = new byte[ranks.Count];
        ranks.AllGather(new byte[1], all, [.. Enumerable.Repeat(1, ranks.Count)]);
    }

    private sealed class EndsOfEpochs(List<TimeSpan> ends) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value)
        {
            if (value.DoneTextCount == value.TextCount) ends.Add(value.Elapsed);
        }
    }
}
