using System.Collections.Concurrent;
using System.Globalization;
using MaxPoolConvNet.Samples.WebDemo;

namespace MaxPoolConvNet.WebDemo.Tests;

/// <summary>Each correction that was answered is there after the process was killed and started again.</summary>
public sealed class KillTests : IDisposable
{
    private const int Corrections = 100;

    private readonly TestFolder _folder = new();

    [Theory]
    [InlineData(10)]
    [InlineData(60)]
    public async Task EachAnsweredCorrection_OutlivesAKill(int answersBeforeTheKill)
    {
        var answered = new ConcurrentBag<Correction>();
        var enough = new TaskCompletionSource();
        await using (DemoProcess process = await DemoProcess.StartAsync(_folder))
        {
            // four senders, so that the kill meets requests that wait, write or are being answered
            Task[] senders =
            [
                .. Enumerable.Range(0, Corrections).Chunk(Corrections / 4).Select(numbers => Task.Run(async () =>
                {
                    foreach (int number in numbers)
                    {
                        string label = number % 3 == 0 ? "negative" : "positive";
                        answered.Add(await process.Client.CorrectedAsync($"It is good number {number}.", label));
                        if (answered.Count >= answersBeforeTheKill) enough.TrySetResult();
                    }
                })),
            ];
            await enough.Task.WaitAsync(TestContext.Current.CancellationToken);
            await process.KillAsync();
            await Task.WhenAll(senders.Select(EndedAsync));
        }

        Assert.InRange(answered.Count, answersBeforeTheKill, Corrections - 1);
        await using DemoProcess restarted = await DemoProcess.StartAsync(_folder);
        IReadOnlyList<Correction> stored = await restarted.Client.CorrectionsAsync();
        Assert.Empty(answered.Except(stored));
        Assert.Equal(Enumerable.Range(1, stored.Count), stored.Select(one => (int)one.Version).Order());
        Assert.All(answered, one => Assert.Equal(NumberOf(one) % 3 == 0 ? "negative" : "positive", one.Label));
        Assert.Equal(stored.Count + 1, (await restarted.Client.CorrectedAsync("Another one.", "positive")).Version);

        static int NumberOf(Correction one) => int.Parse(one.Text["It is good number ".Length..^1], CultureInfo.InvariantCulture);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Waits for a sender that the kill ended.</summary>
    private static async Task EndedAsync(Task sender)
    {
        try
        {
            await sender;
        }
        catch (HttpRequestException)
        {
            // no answer: the correction may be stored or not
        }
    }
}
