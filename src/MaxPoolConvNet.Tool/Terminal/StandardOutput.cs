using Microsoft.Win32.SafeHandles;

namespace MaxPoolConvNet.Tool.Terminal;

/// <summary>Standard output that throws when its reader is gone; <see cref="Console"/> ignores it.</summary>
internal sealed class StandardOutput : Stream
{
    // EPIPE of Linux and macOS; ERROR_BROKEN_PIPE and ERROR_NO_DATA of Windows
    private const int BrokenPipe = 32;
    private const int WindowsBrokenPipe = unchecked((int)0x8007006D);
    private const int WindowsNoReader = unchecked((int)0x800700E8);

    private readonly Stream? _stream;

    /// <param name="stream">The stream to write to; null if standard output is closed.</param>
    public StandardOutput(Stream? stream) => _stream = stream;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public static StandardOutput Open() => new(StandardFile.IsOpen(StandardFile.Output) ? OfProcess() : null);

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (_stream is null) throw new IOException("standard output is closed");
        try
        {
            _stream.Write(buffer);
        }
        catch (IOException problem) when (problem.HResult is BrokenPipe or WindowsBrokenPipe or WindowsNoReader)
        {
            throw new OutputClosedException(problem);
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush() => _stream?.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>
    /// Opens a pipe as a file, since the console's stream ignores that a pipe is closed. A real file is opened as the console's stream: a
    /// file stream would keep its own position, and the shell's next output would overwrite this one.
    /// </summary>
    private static Stream OfProcess()
    {
        if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected) return Console.OpenStandardOutput();
        try
        {
            var pipe = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
            return pipe.CanSeek ? Console.OpenStandardOutput() : pipe;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Console.OpenStandardOutput();
        }
    }
}
