namespace MaxPoolConvNet.Tests;

public class WorkSharingTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(40)]
    public void Run_EveryPieceIsRunOnce_WorkAfterWork(int threads)
    {
        var sharing = new WorkSharing(threads);
        int[] runs = new int[50];
        for (int work = 1; work <= 20_000; work++)
        {
            int pieces = work % (runs.Length + 1);
            sharing.Run(pieces, (piece, _) => Interlocked.Increment(ref runs[piece]));
            Assert.False(runs.AsSpan(0, pieces).ContainsAnyExcept(1));
            Array.Clear(runs);
        }
    }

    [Fact]
    public void Run_WhatPiecesWroteIsSeenByTheNextWork()
    {
        var sharing = new WorkSharing(2);
        long[] sums = new long[64];
        for (int work = 0; work < 10_000; work++)
            sharing.Run(sums.Length, (piece, _) => sums[piece] = sums[piece] + piece);

        Assert.Equal(Enumerable.Range(0, sums.Length).Select(piece => 10_000L * piece), sums);
    }

    [Fact]
    public void Run_WorkersAreNumberedAndEachRunsOnePieceAtATime()
    {
        var sharing = new WorkSharing(4);
        int[] busy = new int[sharing.Threads];
        for (int work = 0; work < 2_000; work++)
        {
            sharing.Run(32, (_, worker) =>
            {
                if (Interlocked.Increment(ref busy[worker]) != 1) throw new InvalidOperationException($"worker {worker} runs two pieces at once");
                Interlocked.Decrement(ref busy[worker]);
            });
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Run_WhatAPieceThrowsIsThrown_AndTheNextWorkIsDone(int threads)
    {
        var sharing = new WorkSharing(threads);
        int done = 0;

        var thrown = Assert.Throws<InvalidOperationException>(() => sharing.Run(20, (piece, _) =>
        {
            if (piece == 7) throw new InvalidOperationException("piece 7");
        }));
        sharing.Run(20, (_, _) => Interlocked.Increment(ref done));

        Assert.Equal("piece 7", thrown.Message);
        Assert.Equal(20, done);
    }

    [Fact]
    public void Run_FromManyCallersWithASharingEach_DoesAll()
    {
        int done = 0;
        Parallel.For(0, 16, _ =>
        {
            var sharing = new WorkSharing(2);
            for (int work = 0; work < 200; work++)
                sharing.Run(9, (_, _) => Interlocked.Increment(ref done));
        });

        Assert.Equal(16 * 200 * 9, done);
    }

    [Fact]
    public void Run_AllocatesNothing()
    {
        var sharing = new WorkSharing(2);
        int[] runs = new int[8];
        Action<int, int> work = (piece, _) => runs[piece]++;

        Assert.Equal(0, AllocatedBytes.LeastOf(() => Repeat(() => sharing.Run(runs.Length, work))));

        static void Repeat(Action run)
        {
            for (int time = 0; time < 100; time++)
                run();
        }
    }

    [Theory]
    [InlineData(0, 4, 0)]
    [InlineData(1, 4, 1)]
    [InlineData(4, 4, 1)]
    [InlineData(9, 4, 3)]
    public void Pieces_CoverEverythingOnce(int things, int size, int expected)
    {
        Assert.Equal(expected, Chunks.Count(things, size));
        IEnumerable<int> covered = Enumerable.Range(0, expected).SelectMany(piece => Enumerable.Range(0, things).ToArray()[Chunks.Of(piece, things, size)]);
        Assert.Equal(Enumerable.Range(0, things), covered);
    }
}
