using System.Buffers;
using System.Text;

namespace MaxPoolConvNet.Text;

/// <summary>Distinguishes the binary format from text, by what follows the header.</summary>
internal static class WordVectorFormats
{
    /// <summary>How many bytes are examined: one small vector can look like text by chance, many can't.</summary>
    private const int Ahead = 1 << 12;

    /// <summary>Whether what follows can't be text: its first line isn't a word with its numbers, and where the first binary vectors
    /// would be, there are control characters or bytes that aren't UTF-8.</summary>
    public static bool IsBinary(ByteReader bytes, int dimension)
    {
        if (IsTextRecord(bytes.PeekLine(TextWordVectorReader.MaximumLineLength), dimension))
            return false;
        ReadOnlySpan<byte> record = bytes.Peek(WordVectorsBuilder.MaximumWordLength + 1 + Ahead);
        ReadOnlySpan<byte> vectors = record[(record.IndexOf((byte)' ') + 1)..];
        return HoldsOtherThanText(vectors[..Math.Min(vectors.Length, Ahead)]);
    }

    private static bool IsTextRecord(ReadOnlySpan<byte> line, int dimension)
    {
        line = line.TrimEnd(" \t\r\n"u8);
        if (WordVectorFields.SplitLast(line, dimension, out _, out ReadOnlySpan<byte> numbers) < dimension)
            return false;
        while (!numbers.IsEmpty)
        {
            if (!WordVectorFields.TryParse(WordVectorFields.Take(ref numbers), out _))
                return false;
        }
        return true;
    }

    private static bool HoldsOtherThanText(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            OperationStatus status = Rune.DecodeFromUtf8(bytes, out Rune rune, out int length);
            if (status == OperationStatus.InvalidData)
                return true;
            if (rune.Value is < 0x20 or 0x7F && rune.Value is not ('\t' or '\n' or '\r'))
                return true;
            bytes = bytes[length..];
        }
        return false;
    }
}
