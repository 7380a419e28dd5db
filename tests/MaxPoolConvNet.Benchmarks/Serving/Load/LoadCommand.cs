using System.CommandLine;
using System.Runtime;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Benchmarks.Serving;

/// <summary>
/// Connections on the loopback interface that send one request after the other to a classifier behind the hosting package and, in turn, to endpoints
/// without one in the same process. Optionally replaces the model file twenty times meanwhile. Fails where the classifier is too slow or wrong.
/// </summary>
internal sealed class LoadCommand : Command
{
    private const double LeastRatio = 0.6;
    private const double MostLatencyRatio = 2;
    private const double MostAddedLatency = 2e-3;
    private const double MostGrowth = 1.1;

    private static readonly string[] _paths = [LoadServer.Empty, LoadServer.Json, LoadServer.Predict];

    private readonly Option<int> _seconds = new("--seconds") { Description = "time of each endpoint", DefaultValueFactory = _ => 20 };
    private readonly Option<int> _rounds = new("--rounds") { Description = "rounds in turn, of which each has its part of the time", DefaultValueFactory = _ => 4 };
    private readonly Option<int> _connections = new("--connections") { Description = "connections", DefaultValueFactory = _ => 64 };
    private readonly Option<bool> _replace = new("--replace")
    {
        Description = $"replace the model file {ModelReplacements.Count} times under the load, {ModelReplacements.BrokenCount} times by a broken file, once by one with other labels",
    };

    private readonly Option<bool> _metrics = new("--metrics") { Description = "listen to the package's metrics" };

    public LoadCommand()
        : base("load", "requests to a classifier behind the hosting package, and to an empty endpoint")
    {
        foreach (Option option in new Option[] { _seconds, _rounds, _connections, _replace, _metrics })
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
        bool replaces = arguments.GetValue(_replace);
        TextClassifier[] models = [.. Enumerable.Range(1, replaces ? 3 : 1).Select(seed => LoadModels.Train((ulong)seed))];
        var answers = new ExpectedAnswers([.. LoadModels.Texts.Select(text => text.Text)]);
        foreach (TextClassifier model in models)
            answers.Add(model);
        models[0].Save(path);
        using IDisposable? listener = arguments.GetValue(_metrics) ? new CountingListener() : null;
        await using LoadServer server = await LoadServer.StartAsync(path);
        var client = new LoadClient(server.Port, arguments.GetValue(_connections), answers);
        TimeSpan time = TimeSpan.FromSeconds(arguments.GetValue(_seconds));
        ModelReplacements? replacements = replaces ? new ModelReplacements(server, path, models, answers) : null;
        foreach (string endpoint in _paths)
            await client.RunAsync(endpoint, new LoadResult(), time / 4);

        MemoryUse before = MemoryUse.Now();
        LoadResult[] results = [.. _paths.Select(_ => new LoadResult())];
        int rounds = arguments.GetValue(_rounds);
        for (int round = 0; round < rounds; round++)
        {
            for (int e = 0; e < _paths.Length; e++)
                await client.RunAsync(_paths[e], results[e], time / rounds);
        }

        LoadResult? replaced = null;
        if (replacements is not null) replaced = await ReplaceAsync(client, replacements, time);
        MemoryUse after = MemoryUse.Now();
        string gc = GCSettings.IsServerGC ? "server" : "workstation";
        Markdown.Line($"{Machine.Description}, {gc} collector; {arguments.GetValue(_connections)} connections from the same process, {time.TotalSeconds} s for each endpoint, {rounds} rounds in turn{(listener is null ? "" : "; metrics are listened to")}");
        Markdown.Line();
        Print(results, replaced);
        Markdown.Line();
        Markdown.Line($"Memory before: {before}; after: {after}. A prediction without the server takes {MicrosecondsOfPrediction(models[0]):F1} µs of processor time.");
        return Check(results, replaced, replacements?.Faults ?? [], before, after) ? 0 : 1;
    }

    private static async Task<LoadResult> ReplaceAsync(LoadClient client, ModelReplacements replacements, TimeSpan time)
    {
        var result = new LoadResult();
        using var stop = new CancellationTokenSource();
        Task load = client.RunAsync(LoadServer.Predict, result, stop.Token);
        await replacements.RunAsync(time);
        await stop.CancelAsync();
        await load;
        return result;
    }

    private static double MicrosecondsOfPrediction(TextClassifier model)
    {
        const int Repeats = 5;
        TextClassifier classifier = model.Compile();
        TimeSpan begin = default;
        for (int repeat = -1; repeat < Repeats; repeat++)
        {
            if (repeat == 0) begin = Environment.CpuUsage.TotalTime; // the first one warms up
            foreach (LabeledText text in LoadModels.Texts)
                classifier.Predict(text.Text);
        }

        return (Environment.CpuUsage.TotalTime - begin).TotalMicroseconds / Repeats / LoadModels.Texts.Length;
    }

    private static void Print(LoadResult[] results, LoadResult? replaced)
    {
        Markdown.Head("endpoint", "requests/s", "ratio to the empty one", "processor time of a request, µs", "p50, ms", "p99, ms", "requests", "failed", "mixed answers");
        string[] names = ["empty", "the same JSON without a classifier", "classifier", "classifier, its file replaced 20 times"];
        foreach ((string name, LoadResult result) in names.Zip(replaced is null ? results : [.. results, replaced]))
        {
            Markdown.Row(
                name, Markdown.Number(result.PerSecond), Markdown.Number(result.PerSecond / results[0].PerSecond),
                Markdown.Number(result.MicrosecondsOfProcessor), Milliseconds(result, 0.5), Milliseconds(result, 0.99), $"{result.Latencies.Count}", $"{result.Failed}", $"{result.Mixed}");
        }
    }

    private static bool Check(LoadResult[] results, LoadResult? replaced, IReadOnlyList<string> faults, MemoryUse before, MemoryUse after)
    {
        (LoadResult empty, LoadResult classifier) = (results[0], results[^1]);
        LoadResult[] all = replaced is null ? results : [.. results, replaced];
        double most = (MostLatencyRatio * empty.Latencies.Quantile(0.99)) + MostAddedLatency;
        var musts = new Musts();
        musts.Add("no failed request", all.All(one => one.Failed == 0), all.FirstOrDefault(one => one.FirstFailure is not null)?.FirstFailure);
        musts.Add("every answer is that of the model whose checksum it carries", all.All(one => one.Mixed == 0));
        musts.Add($"at least {LeastRatio} × the requests/s of the empty endpoint", classifier.PerSecond >= LeastRatio * empty.PerSecond);
        musts.Add("a p99 of at most twice that of the empty endpoint and 2 ms more", classifier.Latencies.Quantile(0.99) <= most);
        musts.Add("managed memory within 10 %", after.Managed <= MostGrowth * before.Managed);
        musts.Add("working set within 10 %", after.WorkingSet <= MostGrowth * before.WorkingSet);
        if (replaced is not null) musts.Add("status, health and log show every replacement", faults.Count == 0, string.Join("; ", faults));
        return musts.Print();
    }

    private static string Milliseconds(LoadResult result, double fraction) => Markdown.Number(1e3 * result.Latencies.Quantile(fraction));
}
