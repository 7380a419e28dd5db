namespace MaxPoolConvNet;

/// <summary>Divides work on many texts among threads.</summary>
internal sealed class TextSharing
{
    private readonly WorkSharing _sharing;

    /// <param name="threads">The maximum number of threads; <see langword="null"/> for all processors.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is less than 1.</exception>
    public TextSharing(int? threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads ?? 1, 1, nameof(threads));
        _sharing = new WorkSharing(threads ?? Environment.ProcessorCount);
    }

    /// <summary>Runs an action for each text, in chunks small enough that no thread waits long for another, even if the texts are few and
    /// long.</summary>
    /// <exception cref="OperationCanceledException">The operation was cancelled.</exception>
    public void ForEach(int texts, Action<int> work, CancellationToken cancellationToken = default)
    {
        int size = Math.Clamp(texts / 64, 1, 32);
        _sharing.Run(Chunks.Count(texts, size), (chunk, _) =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            (int first, int count) = Chunks.Of(chunk, texts, size).GetOffsetAndLength(texts);
            for (int t = first; t < first + count; t++)
                work(t);
        });
    }
}
