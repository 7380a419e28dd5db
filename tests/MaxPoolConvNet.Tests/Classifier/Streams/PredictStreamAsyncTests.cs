using System.Runtime.CompilerServices;

namespace MaxPoolConvNet.Tests;

public class PredictStreamAsyncTests
{
    private static readonly TextClassifier _classifier = SmallClassifier.WithEmbedding;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    public async Task PredictStreamAsync_GivesEachItemInOrderWithItsPrediction(int pauseEvery)
    {
        string[] texts = [.. Enumerable.Range(0, 3_000).Select(t => SmallClassifier.Texts[t * 7 % 15])];
        async IAsyncEnumerable<string> Source()
        {
            for (int t = 0; t < texts.Length; t++)
            {
                if (pauseEvery > 0 && t % pauseEvery == 0) await Task.Yield();
                yield return texts[t];
            }
        }

        var results = await _classifier.PredictStream(Source(), text => text, cancellationToken: Token).ToArrayAsync(Token);

        Assert.Equal(texts.Select(text => (text, _classifier.Predict(text))), results);
    }

    [Fact]
    public async Task PredictStreamAsync_DoesntWaitForMoreThanOneItem()
    {
        var arrivals = Enumerable.Range(0, 3).Select(_ => new TaskCompletionSource()).ToArray();
        async IAsyncEnumerable<string> Source()
        {
            yield return "superb";
            yield return "dreadful";
            await arrivals[0].Task;
            yield return "good";
            await arrivals[1].Task;
        }

        await using var results = _classifier.PredictStream(Source(), text => text, cancellationToken: Token).GetAsyncEnumerator(Token);

        // what is there comes at once: these never wait
        foreach (string text in new[] { "superb", "dreadful" })
        {
            ValueTask<bool> there = results.MoveNextAsync();
            Assert.True(there.IsCompletedSuccessfully && await there);
            Assert.Equal((text, _classifier.Predict(text)), results.Current);
        }

        ValueTask<bool> next = results.MoveNextAsync();
        Assert.False(next.IsCompleted);
        arrivals[0].SetResult();
        Assert.True(await next);
        Assert.Equal("good", results.Current.Item);
        arrivals[1].SetResult();
        Assert.False(await results.MoveNextAsync());
    }

    [Fact]
    public async Task PredictStreamAsync_ReadsABlockAheadAtMost()
    {
        int read = 0;
        var source = AsyncEnumerable.Range(0, 5_000).Select(_ => (++read, "good").Item2);
        int taken = 0;
        int mostAhead = 0;
        await foreach (var _ in _classifier.PredictStream(source, text => text, cancellationToken: Token))
            mostAhead = Math.Max(mostAhead, read - taken++);

        Assert.Equal((5_000, 1_024), (taken, mostAhead));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(1_500)]
    public async Task PredictStreamAsync_WhatFails_IsThrownInItsPlace(int before)
    {
        var failure = new InvalidDataException("broken");
        async IAsyncEnumerable<string?> Source(bool isNull)
        {
            for (int t = 0; t < before; t++)
                yield return "good";
            if (isNull) yield return null;
            await Task.Yield();
            throw failure;
        }

        foreach (bool isNull in new[] { false, true })
        {
            int results = 0;
            Exception thrown = await Assert.ThrowsAnyAsync<Exception>(async () =>
            {
                await foreach (var _ in _classifier.PredictStream(Source(isNull), text => text!, cancellationToken: Token))
                    results++;
            });
            Assert.Equal(before, results);
            if (isNull) Assert.Equal($"the text of item {before + 1} is null", Assert.IsType<ArgumentException>(thrown).Message);
            else Assert.Same(failure, thrown);
        }
    }

    [Fact]
    public async Task PredictStreamAsync_BrokenOff_StopsTheSourceAndDisposesOfIt()
    {
        bool disposed = false;
        async IAsyncEnumerable<string> Source([EnumeratorCancellation] CancellationToken stop = default)
        {
            try
            {
                yield return "good";
                await Task.Delay(Timeout.Infinite, stop);
            }
            finally
            {
                disposed = true;
            }
        }

        await foreach (var _ in _classifier.PredictStream(Source(Token), text => text, cancellationToken: Token))
            break;

        Assert.True(disposed);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task PredictStreamAsync_Cancelled_Ends(bool atTheCall)
    {
        using var cancellation = new CancellationTokenSource();
        var endless = AsyncEnumerable.Repeat("good", int.MaxValue);
        var results = atTheCall
            ? _classifier.PredictStream(endless, text => text, cancellationToken: cancellation.Token)
            : _classifier.PredictStream(endless, text => text, cancellationToken: Token);
        int taken = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in results.WithCancellation(atTheCall ? default : cancellation.Token))
            {
                if (++taken == 100) await cancellation.CancelAsync();
            }
        });

        Assert.Equal(100, taken);
    }

    [Fact]
    public async Task PredictStreamAsync_CancelledWhileTheSourceWaits_Ends()
    {
        using var cancellation = new CancellationTokenSource();
        async IAsyncEnumerable<string> Source([EnumeratorCancellation] CancellationToken stop = default)
        {
            yield return "good";
            await Task.Delay(Timeout.Infinite, stop);
        }

        await using var results = _classifier.PredictStream(Source(Token), text => text, cancellationToken: cancellation.Token).GetAsyncEnumerator(Token);
        Assert.True(await results.MoveNextAsync());
        ValueTask<bool> next = results.MoveNextAsync();
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await next);
    }

    [Fact]
    public void PredictStreamAsync_BadArguments_AreNamedAtTheCall()
    {
        var items = AsyncEnumerable.Repeat("good", 1);

        Assert.Throws<ArgumentNullException>("items", () => _classifier.PredictStream((IAsyncEnumerable<string>)null!, text => text, cancellationToken: Token));
        Assert.Throws<ArgumentNullException>("textOf", () => _classifier.PredictStream(items, null!, cancellationToken: Token));
        Assert.Throws<ArgumentOutOfRangeException>("threads", () => _classifier.PredictStream(items, text => text, threads: 0, Token));
    }
}
