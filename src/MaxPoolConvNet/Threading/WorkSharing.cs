using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace MaxPoolConvNet;

/// <summary>Distributes pieces of work over threads, repeatedly, without locks or allocation.</summary>
/// <remarks>
/// <para>
/// Whichever thread is free takes the next piece. If pieces don't depend on the threads and no two pieces write to the same place, the
/// result doesn't depend on them either. One caller at a time.
/// </para>
/// <para>
/// Helpers are pool threads. A helper without a piece waits a tenth of a millisecond for the next run before it returns to the pool,
/// because a training step is a series of runs with short gaps.
/// </para>
/// </remarks>
internal sealed class WorkSharing
{
    private static readonly long _patience = Stopwatch.Frequency / 10_000;

    private readonly Helper[] _helpers;
    private Action<int, int> _work = static (_, _) => { };
    private int _pieces;
    private int _done;
    private ExceptionDispatchInfo? _failure;

    // upper half: the number of the run; lower half: the pieces not yet taken. A piece is taken by exchanging both at once
    private long _open;

    /// <param name="threads">The number of threads, including the caller's; no more than there are processors.</param>
    public WorkSharing(int threads)
    {
        Threads = Math.Min(threads, Environment.ProcessorCount);
        _helpers = [.. Enumerable.Range(1, Threads - 1).Select(worker => new Helper(this, worker))];
    }

    /// <summary>The number of workers; they are numbered from 0.</summary>
    public int Threads { get; }

    /// <summary>Runs work(piece, worker) for every piece and waits for all of them.</summary>
    /// <remarks>An exception of a piece is rethrown when no piece is running any more; the other pieces may or may not have run.</remarks>
    public void Run(int pieces, Action<int, int> work)
    {
        if (_helpers.Length == 0 || pieces <= 1)
        {
            for (int piece = 0; piece < pieces; piece++)
                work(piece, 0);
            return;
        }

        // no helper reads these while no piece is open
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

    /// <summary>Takes a piece and runs it; returns false if none is left.</summary>
    private bool TryRunPiece(int worker)
    {
        while (true)
        {
            long open = Volatile.Read(ref _open);
            int left = (int)open;
            if (left == 0) return false;

            // the exchange succeeds only while a piece of this same run is open, and until then these two don't change
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

        /// <summary>Calls the helper, unless it is running or starting.</summary>
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

                // not to be reordered with the check below: a run begun just before assumes that this helper is running
                Interlocked.Exchange(ref _called, 0);
            }
            while ((int)Volatile.Read(ref sharing._open) > 0 && Interlocked.Exchange(ref _called, 1) == 0);
        }
    }
}
