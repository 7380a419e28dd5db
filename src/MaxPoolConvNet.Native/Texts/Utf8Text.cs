using System.Buffers;
using System.Text.Unicode;

namespace MaxPoolConvNet.Native;

/// <summary>A text of the caller in UTF-16. Dispose it to give its buffer back.</summary>
/// <remarks>
/// The buffer isn't on the stack: a method with such a buffer checks on its return that the stack's guard is unchanged, but the first call
/// of an exported function starts the runtime, which sets the guard only then. The check would end the process.
/// </remarks>
internal readonly unsafe ref struct Utf8Text
{
    private readonly char[] _buffer;
    private readonly int _length;

    /// <param name="bytes">The first byte; null if there is none.</param>
    /// <param name="length">The number of bytes.</param>
    /// <param name="name">What the text is, for messages.</param>
    /// <exception cref="StatusException">There is no text, its length is out of range, or it isn't UTF-8.</exception>
    public Utf8Text(byte* bytes, long length, string name)
    {
        ReadOnlySpan<byte> source = Arguments.Bytes(bytes, length, name);
        // a byte of UTF-8 is at most one unit of UTF-16
        _buffer = ArrayPool<char>.Shared.Rent(source.Length);
        OperationStatus status = Utf8.ToUtf16(source, _buffer, out int read, out _length, replaceInvalidSequences: false);
        if (status == OperationStatus.Done) return;
        Dispose();
        throw new StatusException(
            Status.InvalidText,
            $"{name} isn't UTF-8: byte {read} (0x{source[read]:X2}) of {source.Length} begins no character; bytes are counted from 0");
    }

    /// <summary>The text.</summary>
    public ReadOnlySpan<char> Characters => _buffer.AsSpan(0, _length);

    /// <summary>Gives the buffer back.</summary>
    public void Dispose() => ArrayPool<char>.Shared.Return(_buffer);
}
