using System.Buffers.Binary;
using System.Globalization;

namespace MaxPoolConvNet.Text;

/// <summary>Reads word vectors in word2vec's binary format, after the header.</summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class BinaryWordVectorReader(ByteReader bytes, string name, WordVectorHeader header, WordVectorFileOptions options)
{
    public WordVectors Read()
    {
        if (options.Dimension is { } expected && expected != header.Dimension)
        {
            throw new InvalidDataException(
                $"{name}, line 1: vectors of {header.Dimension} numbers, expected {expected} as in "
                + $"{nameof(WordVectorFileOptions)}.{nameof(WordVectorFileOptions.Dimension)}");
        }
        if (header.Words == 0)
            throw new InvalidDataException($"{name}: no word vector in the file");
        WordVectorsBuilder builder = new(name, "byte", header.Dimension, options.Words);
        long count = 0;
        for (SkipLineFeed(); count == 0 || !bytes.Peek(1).IsEmpty; SkipLineFeed())
            ReadWord(builder, count++);
        return builder.ToWordVectors(count, header.Words);
    }

    private void ReadWord(WordVectorsBuilder builder, long count)
    {
        long start = bytes.Offset;
        int length = bytes.Peek(WordVectorsBuilder.MaximumWordLength + 1).IndexOf((byte)' ');
        if (length < 0 && bytes.Peek(WordVectorsBuilder.MaximumWordLength + 1).Length > WordVectorsBuilder.MaximumWordLength)
            throw Error(start, $"a word of more than {WordVectorsBuilder.MaximumWordLength} bytes, the longest that is read");
        int recordLength = length + 1 + header.Dimension * sizeof(float);
        ReadOnlySpan<byte> record = bytes.Peek(recordLength);
        if (length < 0 || record.Length < recordLength)
        {
            if (count >= header.Words) throw Error(start, $"more bytes after the {header.Words} vectors that the header promises");
            long end = start + bytes.Peek(recordLength + WordVectorsBuilder.MaximumWordLength).Length;
            throw Error(end, $"the file ends here, after {count} of the {header.Words} vectors that its header promises");
        }
        if (builder.TryAdd(record[..length], start, out Span<float> vector))
            Fill(vector, record[(length + 1)..], start + length + 1);
        bytes.Skip(recordLength);
    }

    private void Fill(Span<float> vector, ReadOnlySpan<byte> numbers, long offset)
    {
        for (int i = 0; i < vector.Length; i++)
        {
            float number = BinaryPrimitives.ReadSingleLittleEndian(numbers[(i * sizeof(float))..]);
            if (!float.IsFinite(number))
            {
                throw Error(
                    offset + i * sizeof(float),
                    $"number {i + 1} is {number.ToString(CultureInfo.InvariantCulture)}, expected a finite number");
            }
            vector[i] = number;
        }
    }

    private void SkipLineFeed()
    {
        if (bytes.Peek(1).StartsWith("\n"u8))
            bytes.Skip(1);
    }

    private InvalidDataException Error(long offset, string message) => new($"{name}, byte {offset}: {message}");
}
