using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.English;

/// <summary>
/// Vectors in 8 bits of words, and of pieces, as a file has them: "MPCVEC1" and a zero byte; the numbers of words, of pieces and of a
/// vector's entries; the length of the strings; a scale per entry; the words, then the pieces, as lines of UTF-8; and their rows. Numbers
/// are little-endian and have 32 bits.
/// </summary>
/// <param name="Words">The words, the most frequent first.</param>
/// <param name="Pieces">The ends of words whose rows are changes of the word before them.</param>
/// <param name="Scales">The scale of each entry of a vector.</param>
/// <param name="Rows">The rows of the words, then those of the pieces.</param>
internal sealed record VectorFile(string[] Words, string[] Pieces, float[] Scales, sbyte[] Rows)
{
    private const int MostEntries = 4096;
    private const int MostWords = 4_000_000;

    private static ReadOnlySpan<byte> Magic => "MPCVEC1\0"u8;

    /// <summary>Gives the words their vectors, and makes those of other words from the pieces.</summary>
    /// <param name="name">The name of the vectors.</param>
    public WordVectors ToWordVectors(string name)
    {
        int wordBytes = Words.Length * Scales.Length;
        var pieces = new PieceComposer(Pieces, Rows.AsMemory(wordBytes), Scales);
        return WordVectors.FromBytes(Words, Rows.AsMemory(0, wordBytes), Scales, pieces, name);
    }

    /// <exception cref="InvalidDataException">The stream has no such file.</exception>
    /// <exception cref="EndOfStreamException">The file is truncated.</exception>
    public static VectorFile Read(Stream stream)
    {
        Span<byte> head = stackalloc byte[Magic.Length + (4 * sizeof(int))];
        stream.ReadExactly(head);
        if (!head.StartsWith(Magic)) throw new InvalidDataException("not a file of vectors with pieces: it doesn't begin with MPCVEC1");
        int words = Number(head, 0);
        int pieces = Number(head, 1);
        int dimension = Number(head, 2);
        int textBytes = Number(head, 3);
        long bytes = head.Length + (sizeof(float) * (long)dimension) + textBytes + (((long)words + pieces) * dimension);
        bool isPossible = words is > 0 and <= MostWords && pieces is >= 0 and <= MostWords && dimension is > 0 and <= MostEntries;
        if (!isPossible || textBytes < 0 || stream.Length != bytes)
        {
            throw new InvalidDataException(FormattableString.Invariant(
                $"{words} words and {pieces} pieces of {dimension} numbers don't fit a file of {stream.Length} bytes"));
        }

        float[] scales = new float[dimension];
        stream.ReadExactly(MemoryMarshal.AsBytes(scales.AsSpan()));
        byte[] text = new byte[textBytes];
        stream.ReadExactly(text);
        sbyte[] rows = new sbyte[(words + pieces) * dimension];
        stream.ReadExactly(MemoryMarshal.AsBytes(rows.AsSpan()));
        string[] all = Encoding.UTF8.GetString(text).Split('\n');
        return all.Length == words + pieces
            ? new VectorFile(all[..words], all[words..], scales, rows)
            : throw new InvalidDataException(FormattableString.Invariant($"{all.Length} words and pieces; {words + pieces} were expected"));
    }

    public void Write(Stream stream)
    {
        byte[] text = Encoding.UTF8.GetBytes(string.Join('\n', [.. Words, .. Pieces]));
        stream.Write(Magic);
        Span<byte> number = stackalloc byte[sizeof(int)];
        foreach (int one in (int[])[Words.Length, Pieces.Length, Scales.Length, text.Length])
        {
            BinaryPrimitives.WriteInt32LittleEndian(number, one);
            stream.Write(number);
        }

        stream.Write(MemoryMarshal.AsBytes(Scales.AsSpan()));
        stream.Write(text);
        stream.Write(MemoryMarshal.AsBytes(Rows.AsSpan()));
    }

    private static int Number(ReadOnlySpan<byte> head, int index) =>
        BinaryPrimitives.ReadInt32LittleEndian(head[(Magic.Length + (index * sizeof(int)))..]);
}
