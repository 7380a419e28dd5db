using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace MaxPoolConvNet;

/// <summary>
/// Shares the pieces of some work out over threads, again and again, without a lock and without allocating: whichever thread is free takes
/// the next piece. What a piece is must not depend on the threads, and no two pieces write to one place; then neither does any result.
/// </summary>
/// <remarks>
/// Helpers are threads of the pool. One that finds no piece left waits a tenth of a millisecond for the next work before it goes home,
/// because a step of training is a row of works with little between them. One caller at a time.
/// </remarks>
internal sealed class WorkSharing
{
    private static readonly long _patience = Stopwatch.Frequency / 10_000;

    private readonly Helper[] _helpers;
    private Action<int, int> _work = static (_, _) => { };
    private int _pieces;
    private int _done;
    private ExceptionDispatchInfo? _failure;

    // upper half: the number of the work; lower half: the pieces not yet taken. A piece is taken by exchanging both at once
    private long _open;

    /// <param name="threads">How many threads work, the caller's among them; no more than there are processors.</param>
    public WorkSharing(int threads)
    {
        Threads = Math.Min(threads, Environment.ProcessorCount);
        _helpers = [.. Enumerable.Range(1, Threads - 1).Select(worker => new Helper(this, worker))];
    }

    /// <summary>Workers, numbered from 0.</summary>
    public int Threads { get; }

    /// <summary>
    /// Runs work(piece, worker) for every piece, and waits for all. What a piece throws is thrown once no piece runs any more; the others
    /// may have run or not.
    /// </summary>
    public void Run(int pieces, Action<int, int> work)
    {
        if (_helpers.Length == 0 || pieces <= 1)
        {
            for (int piece = 0; piece < pieces; piece++)
                work(piece, 0);
            return;
        }

        // nobody reads these while no piece is open
        _work = work;
        _pieces = pieces;
        _done = 0;
        long number = (_open >> 32) + 1;
        Volatile.Write(ref _open, (number << 32) | (uint)pieces);
        for (int h = 0; h < _helpers.Length && h < pieces - 1; h++)
            _helpers[h].Call();
        while (TryRunPiece(0))
        {
        }

        var wait = default(SpinWait);
        while (Volatile.Read(ref _done) < pieces)
            wait.SpinOnce(sleep1Threshold: -1);
        if (Interlocked.Exchange(ref _failure, null) is { } failure) failure.Throw();
    }

    /// <summary>Takes a piece and runs it; false where none is left.</summary>
    private bool TryRunPiece(int worker)
    {
        while (true)
        {
            long open = Volatile.Read(ref _open);
            int left = (int)open;
            if (left == 0) return false;

            // the exchange succeeds only while a piece of this very work is open, and so long these two stay as they are
            Action<int, int> work = _work;
            int piece = _pieces - left;
            if (Interlocked.CompareExchange(ref _open, open - 1, open) != open) continue;
            try
            {
                work(piece, worker);
            }
            catch (Exception failure)
            {
                Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(failure), null);
            }

            Interlocked.Increment(ref _done);
            return true;
        }
    }

    private sealed class Helper(WorkSharing sharing, int worker) : IThreadPoolWorkItem
    {
        private int _called;

        /// <summary>Calls it in, unless it is there or on its way.</summary>
        public void Call()
        {
            if (Interlocked.Exchange(ref _called, 1) == 0) ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }

        void IThreadPoolWorkItem.Execute()
        {
            do
            {
                for (long last = Stopwatch.GetTimestamp(); Stopwatch.GetTimestamp() - last < _patience;)
                {
                    if (sharing.TryRunPiece(worker)) last = Stopwatch.GetTimestamp();
                    else Thread.SpinWait(20);
                }

                // not to be reordered with the look below: a work that was opened just before has taken this helper to be there
                Interlocked.Exchange(ref _called, 0);
            }
            while ((int)Volatile.Read(ref sharing._open) > 0 && Interlocked.Exchange(ref _called, 1) == 0);
        }
    }
}
