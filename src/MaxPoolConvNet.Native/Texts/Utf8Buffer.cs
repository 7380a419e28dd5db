using System.Text;

namespace MaxPoolConvNet.Native;

/// <summary>The caller's buffer for a text.</summary>
/// <param name="bytes">The first byte; null if the size is 0.</param>
/// <param name="size">The number of bytes.</param>
/// <param name="length">Receives the length of the text in bytes, without the zero byte at its end.</param>
internal readonly unsafe ref struct Utf8Buffer(byte* bytes, long size, long* length)
{
    /// <summary>Writes a text. Unpaired surrogates become U+FFFD.</summary>
    public void Write(string text) => Write(Encoding.UTF8.GetBytes(text));

    /// <summary>Writes a text and a zero byte.</summary>
    /// <exception cref="StatusException">The text has no room.</exception>
    public void Write(ReadOnlySpan<byte> text)
    {
        Arguments.NotNull(length, "length");
        Arguments.NotNegative(size, "size");
        if (size > 0) Arguments.NotNull(bytes, "buffer");
        *length = text.Length;
        if (text.Length >= size)
        {
            throw new StatusException(
                Status.BufferTooSmall,
                $"the buffer has {size} bytes; the text needs {text.Length + 1L}, with the zero byte at its end");
        }

        text.CopyTo(new Span<byte>(bytes, text.Length));
        bytes[text.Length] = 0;
    }
}
