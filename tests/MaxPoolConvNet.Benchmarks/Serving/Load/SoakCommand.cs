using System.CommandLine;
using System.Diagnostics;

namespace MaxPoolConvNet.Benchmarks.Serving;

/// <summary>
/// A server under requests for a long time, whose classifier is trained anew and corrected in the same process, saved, and loaded by the server. Prints the
/// memory every minute. Fails where it grows, a request fails, or an answer isn't that of one model.
/// </summary>
internal sealed class SoakCommand : Command
{
    private const double MostGrowth = 1.1;

    private readonly Option<double> _minutes = new("--minutes") { Description = "time", DefaultValueFactory = _ => 30 };
    private readonly Option<double> _report = new("--report-seconds") { Description = "time between two lines", DefaultValueFactory = _ => 60 };
    private readonly Option<int> _connections = new("--connections") { Description = "connections", DefaultValueFactory = _ => 16 };

    public SoakCommand()
        : base("soak", "requests, corrections, trainings and reloads for a long time: memory per minute")
    {
        foreach (Option option in new Option[] { _minutes, _report, _connections })
            Add(option);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("maxpoolconvnet");
        try
        {
            return await RunAsync(arguments, Path.Combine(folder.FullName, "model.safetensors"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<int> RunAsync(ParseResult arguments, string path)
    {
        var answers = new ExpectedAnswers([.. LoadModels.Texts.Take(500).Select(text => text.Text)]);
        var updates = new ModelUpdates(path, answers);
        updates.Start();
        using var listener = new CountingListener();
        await using LoadServer server = await LoadServer.StartAsync(path);
        var client = new LoadClient(server.Port, arguments.GetValue(_connections), answers);
        var result = new LoadResult();
        using var stop = new CancellationTokenSource();
        Task load = client.RunAsync(LoadServer.Predict, result, stop.Token);
        Markdown.Line($"{Machine.Description}; {arguments.GetValue(_connections)} connections");
        Markdown.Line();
        Markdown.Head("minute", "managed, MB", "committed, MB", "working set, MB", "pool threads", "trainings", "corrections", "reloads");
        List<MemoryUse> memory = await WatchAsync(arguments, server, updates);
        await stop.CancelAsync();
        await load;
        Markdown.Line();
        Markdown.Line($"{result.Latencies.Count} requests, {result.PerSecond:F0}/s, p50 {1e3 * result.Latencies.Quantile(0.5):F2} ms, p99 {1e3 * result.Latencies.Quantile(0.99):F2} ms.");
        return Check(memory, result, server.Log, updates) ? 0 : 1;
    }

    private async Task<List<MemoryUse>> WatchAsync(ParseResult arguments, LoadServer server, ModelUpdates updates)
    {
        var end = TimeSpan.FromMinutes(arguments.GetValue(_minutes));
        var interval = TimeSpan.FromSeconds(arguments.GetValue(_report));
        var memory = new List<MemoryUse>();
        long begin = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begin) < end)
        {
            // measured between two updates, when the memory of a training is free; always after a training, because corrected models are larger
            await updates.NextAsync(server);
            if (Stopwatch.GetElapsedTime(begin) < interval * (memory.Count + 1)) continue;
            var now = MemoryUse.Now();
            memory.Add(now);
            Markdown.Row(
                Markdown.Number(Stopwatch.GetElapsedTime(begin).TotalMinutes), Markdown.Number(now.Managed / 1e6),
                Markdown.Number(now.Committed / 1e6), Markdown.Number(now.WorkingSet / 1e6),
                $"{ThreadPool.ThreadCount}", $"{updates.Trainings}", $"{updates.Corrections}", $"{server.Log.Replacements}");
        }

        return memory;
    }

    /// <summary>Compares the medians of the last half of the time and of the first quarter, the warm-up: a request may hold an old model now and then.</summary>
    private static bool Check(List<MemoryUse> memory, LoadResult result, ReloadLog log, ModelUpdates updates)
    {
        MemoryUse[] warmUp = [.. memory.Take(Math.Max(1, memory.Count / 4))];
        MemoryUse[] later = [.. memory.Skip(memory.Count / 2)];
        var musts = new Musts();
        musts.Add("managed memory within 10 % after the warm-up", memory.Count > 1 && Median(later, one => one.Managed) <= MostGrowth * Median(warmUp, one => one.Managed));
        musts.Add("working set within 10 % after the warm-up", memory.Count > 1 && Median(later, one => one.WorkingSet) <= MostGrowth * Median(warmUp, one => one.WorkingSet));
        musts.Add("no failed request", result.Failed == 0, result.FirstFailure);
        musts.Add("every answer is that of the model whose checksum it carries", result.Mixed == 0);
        musts.Add("every new model was loaded, none refused", log.Replacements == updates.Count && log.Failures == 0, $"{log.Replacements} of {updates.Count}");
        return musts.Print();
    }

    private static long Median(MemoryUse[] memory, Func<MemoryUse, long> part) => memory.Select(part).Order().ElementAt(memory.Length / 2);
}
