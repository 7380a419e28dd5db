using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;
using Parquet.Meta;

namespace MaxPoolConvNet.Tool.Files;

/// <summary>Checks the structure of a Parquet file before its library reads it: the footer, and the headers of pages.</summary>
/// <remarks>https://parquet.apache.org/docs/file-format/; the ids of fields are those of its parquet.thrift.</remarks>
internal sealed class ParquetLayout
{
    /// <summary>The maximum number of values of a column per byte of the file. A column of equal values takes hardly any.</summary>
    private const int MostValuesPerByte = 500;

    /// <summary>The maximum size of a page per byte of the file.</summary>
    private const int MostPagePerByte = 10_000;

    private const int LongestFooter = 1 << 30;
    private const int TailBytes = 8;
    private const int UsualHeader = 1 << 10;
    private const int LongestHeader = 1 << 26;

    private readonly SafeFileHandle _file;
    private readonly long _length;

    /// <param name="file">The file, which the caller closes. Its position stays where it is.</param>
    public ParquetLayout(FileStream file)
    {
        _file = file.SafeFileHandle;
        _length = file.Length;
    }

    /// <summary>Checks the footer: a struct, its length in 4 bytes, and "PAR1".</summary>
    /// <exception cref="InvalidDataException">The footer isn't whole.</exception>
    public void CheckFooter()
    {
        byte[] tail = Read(_length - TailBytes, TailBytes);
        uint length = BinaryPrimitives.ReadUInt32LittleEndian(tail);
        if (length > Math.Min(LongestFooter, _length - TailBytes)) throw new InvalidDataException("the footer is cut off");
        _ = new ThriftStruct(Read(_length - TailBytes - length, (int)length), ParquetStructs.FileMetaData);
    }

    /// <summary>Checks the pages of a column in a row group.</summary>
    /// <exception cref="InvalidDataException">A page or a number of values is larger than it can be.</exception>
    public void CheckPages(ColumnMetaData column)
    {
        if (column.NumValues > Math.Min(Array.MaxLength, MostValuesPerByte * _length))
        {
            throw new InvalidDataException(FormattableString.Invariant(
                $"a column of {column.NumValues} values in a file of {_length} bytes"));
        }

        long at = column.DataPageOffset;
        if (column.DictionaryPageOffset is long dictionary and > 0 && (at <= 0 || dictionary < at)) at = dictionary;
        for (long values = 0; values < column.NumValues;)
        {
            ThriftStruct header = Header(at);
            (long whole, long stored) = (header.Number(2) ?? 0, header.Number(3) ?? 0);
            at += header.Length;
            if (whole < 0 || whole > MostPagePerByte * _length || stored < 0 || stored > _length - at)
                throw new InvalidDataException(FormattableString.Invariant($"a page of {stored} bytes for {whole} in a file of {_length}"));
            if (column.Codec == CompressionCodec.SNAPPY && IsCompressed(header)) CheckSnappy(at + LevelBytes(header), at + stored, whole);
            at += stored;

            // a page of data of version 1 or 2, or of a dictionary, of which each value takes a byte at least
            long own = header.Number(5, 1) ?? header.Number(8, 1) ?? 0;
            if (own < 0 || own > column.NumValues - values || header.Number(7, 1) > whole)
                throw new InvalidDataException(FormattableString.Invariant($"a page of {own} of {column.NumValues} values"));
            values += own;
        }
    }

    /// <summary>Checks the length that a block of Snappy begins with, and that its library takes memory for.</summary>
    private void CheckSnappy(long at, long end, long whole)
    {
        ulong length = 0;
        for (int shift = 0; shift < 35 && at < end; shift += 7, at++)
        {
            byte read = Read(at, 1)[0];
            length |= (ulong)(read & 0x7F) << shift;
            if (read < 0x80) break;
        }

        if (length > (ulong)whole)
            throw new InvalidDataException(FormattableString.Invariant($"a block of {length} bytes in a page of {whole}"));
    }

    /// <summary>Whether a page has the compression of its column: a data page of version 2 says so.</summary>
    private static bool IsCompressed(ThriftStruct header) => header.Number(8, 7) != 0;

    /// <summary>The levels at the beginning of a data page of version 2, which aren't compressed.</summary>
    private static long LevelBytes(ThriftStruct header) =>
        Math.Max(0, header.Number(8, 5) ?? 0) + Math.Max(0, header.Number(8, 6) ?? 0);

    /// <summary>Reads the header of a page, which says nothing about its own length.</summary>
    private ThriftStruct Header(long at)
    {
        for (int length = UsualHeader; ; length *= 2)
        {
            byte[] read = Read(at, (int)Math.Min(length, Math.Max(0, _length - at)));
            try
            {
                return new ThriftStruct(read, ParquetStructs.PageHeader);
            }
            catch (InvalidDataException) when (read.Length == length && length < LongestHeader)
            {
                // statistics of long texts
            }
        }
    }

    private byte[] Read(long at, int count)
    {
        if (at < 0 || at > _length - count) throw new InvalidDataException(FormattableString.Invariant($"the file ends before byte {at}"));
        byte[] bytes = new byte[count];
        for (int read = 0; read < count;)
        {
            int more = RandomAccess.Read(_file, bytes.AsSpan(read), at + read);
            if (more == 0) throw new EndOfStreamException();
            read += more;
        }

        return bytes;
    }
}
