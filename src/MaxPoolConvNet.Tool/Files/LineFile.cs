using MaxPoolConvNet.Text;
using Microsoft.Win32.SafeHandles;

namespace MaxPoolConvNet.Tool.Files;

/// <summary>Finds out whether a file has a text on each line, so that ranges of its bytes can be read by themselves.</summary>
/// <remarks>
/// Tables and JSON can't be divided without reading them from their start: a line break may be within quotes, and a range has no header.
/// </remarks>
internal static class LineFile
{
    /// <summary>The number of first bytes by which the library chooses the format, the encoding and the line end.</summary>
    private const int SampleLength = 1 << 16;

    /// <param name="path">The file.</param>
    /// <param name="options">How to read it.</param>
    /// <exception cref="InvalidDataException">The file is a table whose columns can't be determined.</exception>
    public static bool CanDivide(string path, TextFileOptions options)
    {
        if (options.Encoding is not null || TableKinds.Of(path) != TableKind.None) return false;
        byte[] sample = new byte[SampleLength];
        using SafeFileHandle file = File.OpenHandle(path);
        int length = RandomAccess.Read(file, sample, 0);
        Span<byte> first = sample.AsSpan(0, length);
        if (!first.Contains((byte)'\n') || first.Contains((byte)0) || IsGzip(first) || IsUtf16(first)) return false;
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        return TextFile.DetectFormat(stream, path, options) == TextFileFormat.Lines;
    }

    private static bool IsGzip(ReadOnlySpan<byte> first) => first.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]);

    private static bool IsUtf16(ReadOnlySpan<byte> first) =>
        first.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || first.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);
}
