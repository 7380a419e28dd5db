using System.Collections.Concurrent;
using MaxPoolConvNet.Tool.Tuning;

namespace MaxPoolConvNet.Tool.Tests.Tuning;

public class WorkersTests
{
    [Fact]
    public void EveryPiece_IsDoneOnce()
    {
        var done = new ConcurrentBag<int>();

        Workers.Run(100, 3, done.Add);

        Assert.Equal(Enumerable.Range(0, 100), done.Order());
    }

    [Fact]
    public void OneWorker_DoesThePiecesInOrder()
    {
        var done = new ConcurrentQueue<int>();

        Workers.Run(20, 1, done.Enqueue);

        Assert.Equal(Enumerable.Range(0, 20), done);
    }

    [Fact]
    public void NoMoreThanAllowed_WorkAtATime()
    {
        int working = 0, most = 0;
        var together = new Barrier(2);
        Workers.Run(8, 2, _ =>
        {
            InterlockedMax(ref most, Interlocked.Increment(ref working));
            together.SignalAndWait(TestContext.Current.CancellationToken);
            Interlocked.Decrement(ref working);
        });

        Assert.Equal(2, most);
    }

    [Fact]
    public void WhatAPieceThrows_IsThrownAsItIs()
    {
        var problem = new ArithmeticException("diverged");

        Assert.Same(problem, Assert.Throws<ArithmeticException>(() => Workers.Run(5, 2, piece =>
        {
            if (piece == 0) throw problem;
        })));
    }

    private static void InterlockedMax(ref int most, int value)
    {
        int seen = most;
        while (value > seen && Interlocked.CompareExchange(ref most, value, seen) is var other && other != seen)
            seen = other;
    }
}
