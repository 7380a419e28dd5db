using System.Buffers.Binary;

namespace MaxPoolConvNet.Tool.Files;

/// <summary>The header of a compound file, the form of Excel workbooks before 2007.</summary>
/// <remarks>
/// The library that reads them takes memory for sectors as large as the header says, and reads as many lists of sectors
/// (https://learn.microsoft.com/openspecs/windows_protocols/ms-cfb).
/// </remarks>
internal static class CompoundFileHeader
{
    private const int Length = 76;
    private const int SectorShiftAt = 30;
    private const int MiniSectorShiftAt = 32;

    // the number of sectors of the list of the allocation table's sectors
    private const int ListSectorsAt = 72;

    /// <summary>Checks a file that begins as one, and leaves its position at the start.</summary>
    /// <exception cref="InvalidDataException">Sectors have a wrong size, or there are more than the file has room for.</exception>
    public static void Check(FileStream file)
    {
        Span<byte> header = stackalloc byte[Length];
        int read = file.ReadAtLeast(header, Length, throwOnEndOfStream: false);
        file.Position = 0;
        if (read < Length || !header.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0])) return;
        ushort shift = BinaryPrimitives.ReadUInt16LittleEndian(header[SectorShiftAt..]);
        ushort miniShift = BinaryPrimitives.ReadUInt16LittleEndian(header[MiniSectorShiftAt..]);
        if (shift is not (9 or 12) || miniShift != 6)
            throw new InvalidDataException(FormattableString.Invariant($"the header claims sectors of 2^{shift} and 2^{miniShift} bytes"));
        uint count = BinaryPrimitives.ReadUInt32LittleEndian(header[ListSectorsAt..]);
        if (count > file.Length >> shift)
            throw new InvalidDataException(FormattableString.Invariant($"the header claims {count} sectors of a list"));
    }
}
