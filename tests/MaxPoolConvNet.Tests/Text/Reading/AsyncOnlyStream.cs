using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

/// <summary>Gives at most so many bytes at a time, and only asynchronously: as the body of a request does.</summary>
internal sealed class AsyncOnlyStream(byte[] content, int block) : ForwardStream
{
    /// <summary>How many bytes it has given.</summary>
    public int Given { get; private set; }

    public override int Read(Span<byte> buffer) => throw new InvalidOperationException("a synchronous read");

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        int count = Math.Min(Math.Min(buffer.Length, block), content.Length - Given);
        content.AsMemory(Given, count).CopyTo(buffer);
        Given += count;
        return count;
    }
}
