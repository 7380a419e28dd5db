using System.Buffers;
using System.Text.Unicode;

namespace MaxPoolConvNet.Native;

/// <summary>A text of the caller in UTF-16. Dispose it to give its buffer back.</summary>
internal readonly unsafe ref struct Utf8Text
{
    /// <summary>The number of bytes up to which a buffer on the stack is enough.</summary>
    public const int ShortLength = 512;

    private readonly char[]? _rented;

    /// <param name="bytes">The first byte; null if there is none.</param>
    /// <param name="length">The number of bytes.</param>
    /// <param name="name">What the text is, for messages.</param>
    /// <param name="buffer">Room for short texts.</param>
    /// <exception cref="StatusException">There is no text, its length is out of range, or it isn't UTF-8.</exception>
    public Utf8Text(byte* bytes, long length, string name, Span<char> buffer)
    {
        ReadOnlySpan<byte> source = Arguments.Bytes(bytes, length, name);
        // a byte of UTF-8 is at most one unit of UTF-16
        if (source.Length > buffer.Length) buffer = _rented = ArrayPool<char>.Shared.Rent(source.Length);
        OperationStatus status = Utf8.ToUtf16(source, buffer, out int read, out int written, replaceInvalidSequences: false);
        if (status != OperationStatus.Done)
        {
            Dispose();
            throw new StatusException(
                Status.InvalidText,
                $"{name} isn't UTF-8: byte {read} (0x{source[read]:X2}) of {source.Length} begins no character; bytes are counted from 0");
        }

        Characters = buffer[..written];
    }

    /// <summary>The text.</summary>
    public ReadOnlySpan<char> Characters { get; }

    /// <summary>Gives the buffer back.</summary>
    public void Dispose()
    {
        if (_rented is not null) ArrayPool<char>.Shared.Return(_rented);
    }
}
