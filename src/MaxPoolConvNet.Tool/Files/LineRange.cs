using System.Globalization;
using MaxPoolConvNet.Text;
using Microsoft.Win32.SafeHandles;

namespace MaxPoolConvNet.Tool.Files;

/// <summary>The lines of a UTF-8 file that begin in a range of its bytes.</summary>
/// <remarks>
/// All but a file's first range are read from the line feed before their first line. The empty text before this line feed is skipped: the
/// bytes of a line in the middle of a file are never taken for a byte order mark or for the beginning of another kind of file.
/// </remarks>
internal sealed class LineRange : InputStream
{
    private const string Offset = " at offset ";

    private readonly SafeFileHandle _file;
    private readonly bool _isLater;
    private readonly long _begin;
    private readonly long _end;
    private long _at;

    /// <param name="path">The file.</param>
    /// <param name="from">The first byte of the range.</param>
    /// <param name="to">The byte after the last one.</param>
    public LineRange(string path, long from, long to)
        : base(Null)
    {
        Name = path;
        _file = File.OpenHandle(path, options: FileOptions.SequentialScan);
        _end = LineFrom(to);
        long first = LineFrom(from);
        _isLater = first > 0 && first < _end;
        _begin = _at = _isLater ? first - 1 : first;
    }

    /// <summary>How its texts are read.</summary>
    public static TextFileOptions Options => new() { Format = TextFileFormat.Lines, Encoding = "utf-8" };

    /// <summary>The name of the file.</summary>
    public string Name { get; }

    public override int Read(Span<byte> buffer)
    {
        int count = RandomAccess.Read(_file, buffer[..(int)Math.Min(buffer.Length, Math.Max(0, _end - _at))], _at);
        _at += count;
        return count;
    }

    /// <summary>Reads the texts lazily.</summary>
    /// <param name="stream">This stream, or a wrapper of it.</param>
    /// <exception cref="InvalidDataException">During enumeration: a line can't be read; the message has its number in the file.</exception>
    public IEnumerable<string> Read(Stream stream)
    {
        using IEnumerator<string> texts = TextFile.Read(stream, Name, Options).GetEnumerator();
        if (_isLater && !Next(texts)) yield break;
        while (Next(texts))
            yield return texts.Current;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _file.Dispose();
        base.Dispose(disposing);
    }

    private bool Next(IEnumerator<string> texts)
    {
        try
        {
            return texts.MoveNext();
        }
        catch (InvalidDataException problem) when (_isLater)
        {
            throw new InvalidDataException(InFile(problem.Message), problem);
        }
    }

    /// <summary>The beginning of the first line that begins at a byte or after it.</summary>
    private long LineFrom(long place)
    {
        long length = RandomAccess.GetLength(_file);
        if (place == 0 || place >= length) return Math.Min(place, length);
        byte[] block = new byte[1 << 16];
        for (long at = place - 1; at < length;)
        {
            int count = RandomAccess.Read(_file, block, at);
            if (count == 0) break;
            int end = block.AsSpan(0, count).IndexOf((byte)'\n');
            if (end >= 0) return at + end + 1;
            at += count;
        }

        return length;
    }

    /// <summary>The same message, with the line's number in the file and the byte's offset in it.</summary>
    private string InFile(string message)
    {
        message = Moved(message, $"{Name}, line ", LinesBefore());
        int offset = message.IndexOf(Offset, StringComparison.Ordinal);
        return offset < 0 ? message : Moved(message, message[..(offset + Offset.Length)], _begin);
    }

    private static string Moved(string message, string before, long distance)
    {
        if (!message.StartsWith(before, StringComparison.Ordinal)) return message;
        string digits = string.Concat(message.Skip(before.Length).TakeWhile(char.IsAsciiDigit));
        if (!long.TryParse(digits, CultureInfo.InvariantCulture, out long number)) return message;
        string after = message[(before.Length + digits.Length)..];
        return string.Create(CultureInfo.InvariantCulture, $"{before}{number + distance}{after}");
    }

    /// <summary>The number of line feeds before the range.</summary>
    private long LinesBefore()
    {
        byte[] block = new byte[1 << 16];
        long lines = 0;
        for (long at = 0; at < _begin;)
        {
            int count = RandomAccess.Read(_file, block.AsSpan(0, (int)Math.Min(block.Length, _begin - at)), at);
            if (count == 0) break;
            lines += block.AsSpan(0, count).Count((byte)'\n');
            at += count;
        }

        return lines;
    }
}
