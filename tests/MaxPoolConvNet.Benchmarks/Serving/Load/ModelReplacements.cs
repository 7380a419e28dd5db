using MaxPoolConvNet.Extensions.Hosting;

namespace MaxPoolConvNet.Benchmarks.Serving;

/// <summary>Replaces the model file of a server while it answers requests, some times with files that it must refuse.</summary>
internal sealed class ModelReplacements(LoadServer server, string path, IReadOnlyList<TextClassifier> models, ExpectedAnswers answers)
{
    public const int Count = 20;
    public const int BrokenCount = 5;

    private readonly List<string> _faults = [];
    private readonly TextClassifier _otherLabels = LoadModels.WithOtherLabels();
    private readonly byte[][] _files = [.. models.Select(LoadModels.FileOf)];
    private int _model;

    /// <summary>What the server did that it shouldn't have done.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>Makes all replacements, spread over some time.</summary>
    public async Task RunAsync(TimeSpan time)
    {
        using var timer = new PeriodicTimer(time / Count);
        for (int number = 0; number < Count; number++)
        {
            await (number % 4 == 2 ? RefuseAsync(LoadModels.Broken(number / 4, _files[0]), $"broken file {number / 4}")
                : number == Count - 1 ? RefuseAsync(LoadModels.FileOf(_otherLabels), "other labels")
                : TakeAsync());
            await timer.WaitForNextTickAsync();
        }

        Expect(server.Log.Replacements == Count - BrokenCount - 1, $"the log has {server.Log.Replacements} replacements");
        Expect(server.Log.Failures == BrokenCount + 1, $"the log has {server.Log.Failures} failures");
        Expect(server.Log.Messages.Any(one => one.Message.Contains("lacks the labels \"negative\", \"positive\"", StringComparison.Ordinal)), "the log doesn't name the labels");
    }

    private async Task TakeAsync()
    {
        _model = (_model + 1) % _files.Length;
        await ReplaceAsync(_files[_model], status => status.Current!.Checksum == models[_model].Checksum && status.LastFailure is null);
        string health = await server.HealthAsync();
        Expect(health == "Healthy", $"health is {health} with a good file");
        await ExpectAnswerAsync();
    }

    private async Task RefuseAsync(byte[] file, string kind)
    {
        TextClassifierFailure? before = server.Classifiers.Status.LastFailure;
        await ReplaceAsync(file, status => status.LastFailure is { } failure && failure != before);
        string health = await server.HealthAsync();
        Expect(health == "Degraded", $"health is {health} with {kind}");
        await ExpectAnswerAsync();
    }

    /// <summary>Expects that a request sent now is answered by the model in use.</summary>
    private async Task ExpectAnswerAsync()
    {
        using var connection = new HttpConnection();
        await connection.ConnectAsync(server.Port);
        ReadOnlyMemory<byte> answer = await connection.SendAsync(answers.Requests(LoadServer.Predict)[0]);
        Expect(answers.IsOf(models[_model].Checksum, 0, answer.Span), $"the answer isn't that of {models[_model].Checksum}");
    }

    private async Task ReplaceAsync(byte[] file, Func<TextClassifierStatus, bool> isDone)
    {
        await File.WriteAllBytesAsync(path + ".new", file);
        File.Move(path + ".new", path, overwrite: true);
        for (int waits = 0; waits < 500 && !isDone(server.Classifiers.Status); waits++)
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        Expect(isDone(server.Classifiers.Status), "10 s after a replacement, the status is still the old one");
    }

    private void Expect(bool condition, string fault)
    {
        if (!condition) _faults.Add(fault);
    }
}
