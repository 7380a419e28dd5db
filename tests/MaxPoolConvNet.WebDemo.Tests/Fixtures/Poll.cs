namespace MaxPoolConvNet.WebDemo.Tests;

/// <summary>Looks again and again until something is so.</summary>
internal static class Poll
{
    private static readonly TimeSpan _interval = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);

    /// <summary>Returns the first value that is as expected.</summary>
    public static async Task<T> UntilAsync<T>(Func<Task<T>> look, Func<T, bool> isExpected)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(_patience);
        using var timer = new PeriodicTimer(_interval);
        while (true)
        {
            T seen = await look();
            if (isExpected(seen)) return seen;
            Assert.False(patience.IsCancellationRequested, $"after {_patience}: {seen}");
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Waits until all corrections are in the model in service.</summary>
    public static Task<Samples.WebDemo.Status> UntilLearnedAsync(HttpClient client) =>
        UntilAsync(client.StatusAsync, status => status is { Model.IsFirst: false, Learning.PendingCount: 0 });
}
