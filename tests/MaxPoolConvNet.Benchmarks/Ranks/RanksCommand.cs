using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace MaxPoolConvNet.Benchmarks.Ranks;

/// <summary>
/// The tool by mpirun: one rank of a thread, two ranks of a thread each, and a process of two threads, in turn. To be run in the repository's folder, with
/// the tool built.
/// </summary>
internal sealed class RanksCommand : Command
{
    private readonly Option<string> _data = new("--data") { Description = "the folder of the data sets", Required = true };
    private readonly Option<int> _rounds = new("--rounds") { Description = "measured runs of each", DefaultValueFactory = _ => 5 };
    private readonly Option<int> _ranks = new("--ranks") { Description = "ranks, and threads of the process", DefaultValueFactory = _ => 2 };
    private readonly Option<string[]> _scenario = new("--scenario") { Description = "the beginning of a scenario's name; without it all" };
    private readonly Option<string> _tool = new("--tool")
    {
        Description = "the tool", DefaultValueFactory = _ => "src/MaxPoolConvNet.Tool/bin/Release/net10.0/maxpool",
    };

    public RanksCommand()
        : base("ranks", "training by ranks of Open MPI beside a single process")
    {
        foreach (Option option in new Option[] { _data, _rounds, _ranks, _scenario, _tool })
            Add(option);
        SetAction(Run);
    }

    private void Run(ParseResult arguments)
    {
        string[] asked = arguments.GetValue(_scenario) ?? [];
        (int ranks, int rounds) = (arguments.GetValue(_ranks), arguments.GetValue(_rounds));
        Markdown.Line($"{Machine.Description}; process start to its end, and the time that the tool prints for the epochs; medians of {rounds} runs in turn");
        Markdown.Line();
        Markdown.Head("", "1 rank, 1 thread, s", $"{ranks} ranks of 1 thread, s", $"1 process of {ranks} threads, s", "efficiency of ranks, %", "speed of ranks, of threads as 1", "the same of the epochs");
        foreach (RanksScenario scenario in RanksScenario.All.Where(one => asked.Length == 0 || asked.Any(one.Name.StartsWith)))
            Measure(scenario, arguments, ranks, rounds);
    }

    private void Measure(RanksScenario scenario, ParseResult arguments, int ranks, int rounds)
    {
        string tool = arguments.GetValue(_tool)!;
        string[] work = [scenario.Switches[0], Path.Combine(arguments.GetValue(_data)!, scenario.File), .. scenario.Switches[1..], "--json"];
        DirectoryInfo folder = Directory.CreateTempSubdirectory("maxpoolconvnet");
        if (work[0] == "train") work = [.. work, "--hold-out", "0", "--model", Path.Combine(folder.FullName, "model")];
        try
        {
            (int Ranks, int Threads)[] forms = [(1, 1), (ranks, 1), (1, ranks)];
            List<(double Whole, double Epochs)>[] times = [[], [], []];
            for (int round = 0; round <= rounds; round++)
            {
                for (int f = 0; f < forms.Length; f++)
                {
                    (double, double) time = Time(tool, forms[f].Ranks, [.. work, "--threads", $"{forms[f].Threads}"]);
                    if (round > 0) times[f].Add(time);
                }
            }

            double[] whole = [.. times.Select(own => Timing.Of([.. own.Select(time => time.Whole)]).Median)];
            double[] epochs = [.. times.Select(own => Timing.Of([.. own.Select(time => time.Epochs)]).Median)];
            Markdown.Row(
                scenario.Name,
                Number(whole[0]),
                Number(whole[1]),
                Number(whole[2]),
                Number(100 * whole[0] / whole[1] / ranks),
                Number(whole[2] / whole[1]),
                $"{Number(100 * epochs[0] / epochs[1] / ranks)} %; {Number(epochs[2] / epochs[1])}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static (double Whole, double Epochs) Time(string tool, int ranks, string[] work)
    {
        string[] command = ranks == 1 ? [tool, .. work] : ["mpirun", "-n", $"{ranks}", tool, .. work];
        long begin = Stopwatch.GetTimestamp();
        string output = ExternalProgram.Run(command[0], command[1..]).Output;
        double whole = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        return (whole, JsonNode.Parse(output)!["trainingSeconds"]!.GetValue<double>());
    }

    private static string Number(double number) => number.ToString("F2", CultureInfo.InvariantCulture);
}
