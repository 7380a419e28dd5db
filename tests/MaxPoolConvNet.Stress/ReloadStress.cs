using MaxPoolConvNet.Extensions.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace MaxPoolConvNet.Stress;

/// <summary>Mixed calls while the model file is replaced: each answer is of the one model that its snapshot names; memory stays bounded.</summary>
internal sealed class ReloadStress : IStress
{
    /// <summary>What the answers, two models and their tables may take, many times over.</summary>
    private const long MostGrowth = 100 << 20;

    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(2);

    public string Name => "reloads";

    public long Run(StressOptions options, CancellationToken until)
    {
        TextClassifier[] classifiers = [.. Enumerable.Range(1, 3).Select(seed => StressTexts.Trained((ulong)seed))];
        Dictionary<string, Prediction[]> expected = classifiers.ToDictionary(one => one.Checksum, one => StressTexts.All.Select(one.Predict).ToArray());
        string folder = Directory.CreateTempSubdirectory("MaxPoolConvNet-").FullName;
        try
        {
            return Run(options, classifiers, expected, Path.Combine(folder, "model.safetensors"), until);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static long Run(
        StressOptions options, TextClassifier[] classifiers, Dictionary<string, Prediction[]> expected, string path, CancellationToken until)
    {
        classifiers[0].Save(path);
        var time = new FakeTimeProvider();
        using IHost host = HostOf(path, time);
        var service = host.Services.GetRequiredService<ITextClassifierService>();
        host.Start();
        long answers = 0;
        int reloads = 0;
        long before = GC.GetTotalMemory(forceFullCollection: true);
        DateTime writtenAt = DateTime.UtcNow;
        Crowd.Run(options.Threads + 1, thread =>
        {
            var yields = new Yields(options.Seed + thread);
            if (thread == 0)
            {
                for (int number = 1; !until.IsCancellationRequested; number++)
                {
                    classifiers[number % classifiers.Length].Save(path);
                    File.SetLastWriteTimeUtc(path, writtenAt.AddSeconds(number));
                    for (int check = 0; check < 3; check++)
                    {
                        time.Advance(_interval);
                        yields.Perhaps();
                    }

                    if (service.Status.LastFailure is { } failure) throw new WrongAnswerException($"a reload failed: {failure.Message}");
                    reloads++;
                }

                return;
            }

            while (!until.IsCancellationRequested)
            {
                Ask(service.Current, expected, yields);
                Interlocked.Increment(ref answers);
            }
        });
        if (reloads == 0 || service.Status.LastFailure is not null) throw new WrongAnswerException($"{reloads} reloads");
        long grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        if (grown > MostGrowth) throw new WrongAnswerException($"after {reloads} reloads, memory has grown by {grown} bytes");
        Console.WriteLine($"reloads: {reloads}, memory grew by {grown / 1024.0 / 1024:F1} MB");
        return answers;
    }

    private static IHost HostOf(string path, FakeTimeProvider time)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddTextClassifier(options => (options.Path, options.ReloadOnChange, options.CheckInterval) = (path, true, _interval));
        return builder.Build();
    }

    private static void Ask(TextClassifierSnapshot snapshot, Dictionary<string, Prediction[]> expected, Yields yields)
    {
        if (!expected.TryGetValue(snapshot.Checksum, out Prediction[]? answers)) throw new WrongAnswerException($"a model {snapshot.Checksum} that nobody saved");
        int text = yields.Below(answers.Length);
        yields.Perhaps();
        switch (yields.Below(20))
        {
            case 0:
                int[] some = [.. Enumerable.Range(0, 20).Select(_ => yields.Below(answers.Length))];
                var all = snapshot.PredictAll([.. some.Select(at => StressTexts.All[at])], threads: 2);
                for (int at = 0; at < some.Length; at++)
                    Check(all[at], answers[some[at]]);
                break;
            case 1:
                string label = snapshot.Classifier.Explain(StressTexts.All[text]).Label;
                if (label != answers[text].Label) throw new WrongAnswerException($"text {text} is explained as '{label}'; '{answers[text].Label}' was expected");
                break;
            case 2:
                string best = snapshot.Classifier.Score(StressTexts.All[text]).Best.Label;
                if (best != answers[text].Label) throw new WrongAnswerException($"text {text} is scored as '{best}'; '{answers[text].Label}' was expected");
                break;
            default:
                Check(snapshot.Predict(StressTexts.All[text]), answers[text]);
                break;
        }
    }

    private static void Check(Prediction found, Prediction expected)
    {
        if (found != expected) throw new WrongAnswerException($"{found}; {expected} was expected");
    }
}
