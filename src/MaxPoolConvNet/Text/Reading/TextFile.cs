namespace MaxPoolConvNet.Text;

/// <summary>Reads texts without labels: lines, tables or JSON, plain or compressed with gzip.</summary>
/// <remarks>
/// <para>An error in a file is an <see cref="InvalidDataException"/> whose message begins with the file name and the line number, counted
/// from 1.</para>
/// <para>Thread safety: any number of threads may call the members. A result may be enumerated by one thread at a time.</para>
/// </remarks>
public static class TextFile
{
    /// <summary>Reads texts lazily, while the result is enumerated.</summary>
    /// <remarks>Memory use is bounded by the longest text.</remarks>
    /// <param name="stream">The stream to read; left open. The form is detected from the first bytes that arrive, so that lines typed by a
    /// person or written by a running program are returned as they arrive.</param>
    /// <param name="name">The file name, for messages and for <see cref="TextFileFormat.Detect"/>.</param>
    /// <param name="options">How to read; <see langword="null"/> for the defaults.</param>
    /// <returns>One text per line, row or object, in their order; empty if the text is empty or null.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty, <paramref name="stream"/> can't be read, or an option isn't
    /// valid.</exception>
    /// <exception cref="InvalidDataException">During enumeration: the stream can't be parsed, or the column of the text can't be
    /// determined.</exception>
    public static IEnumerable<string> Read(Stream stream, string name, TextFileOptions? options = null)
    {
        return Enumerate(stream, name, Checked(stream, name, options));
    }

    /// <summary>Detects the format of a file of texts as <see cref="Read"/> does, from the first bytes of a stream.</summary>
    /// <param name="stream">The stream, at the start of the file; left open.</param>
    /// <param name="name">The file name, for messages and for <see cref="TextFileFormat.Detect"/>.</param>
    /// <param name="options">How to read; <see langword="null"/> for the defaults.</param>
    /// <returns>The format; never <see cref="TextFileFormat.Detect"/>.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty, <paramref name="stream"/> can't be read, or an option isn't
    /// valid.</exception>
    /// <exception cref="InvalidDataException">The column of the text can't be determined.</exception>
    public static TextFileFormat DetectFormat(Stream stream, string name, TextFileOptions? options = null)
    {
        options = Checked(stream, name, options);
        using TextSource source = TextSource.Open(stream, name, options.Encoding, waits: false);
        return FormatOf(source, options, out _);
    }

    private static TextFileOptions Checked(Stream stream, string name, TextFileOptions? options)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (!stream.CanRead) throw new ArgumentException($"The stream {name} can't be read.", nameof(stream));
        options ??= new TextFileOptions();
        options.Check();
        return options with { };
    }

    private static IEnumerable<string> Enumerate(Stream stream, string name, TextFileOptions options)
    {
        using TextSource source = TextSource.Open(stream, name, options.Encoding, waits: false);
        IEnumerable<string> texts = FormatOf(source, options, out TableForm? table) switch
        {
            TextFileFormat.Json => Objects(source, options.Choice),
            TextFileFormat.Csv => Rows(source, table!),
            _ => Lines(source),
        };
        foreach (string text in texts)
            yield return text;
    }

    /// <summary>The format, and the form of a table.</summary>
    private static TextFileFormat FormatOf(TextSource source, TextFileOptions options, out TableForm? table)
    {
        table = null;
        if (options.Format is TextFileFormat.Lines or TextFileFormat.Json) return options.Format;
        var tables = new TableDetector(source, options.Choice);
        bool isTable = options.Format == TextFileFormat.Csv;
        if (!isTable && (FormDetector.IsJson(source) || FormDetector.HasJsonName(source.Name))) return TextFileFormat.Json;
        table = isTable || FormDetector.HasTableName(source.Name) ? tables.Find() : tables.FindTexts();
        return table is null ? TextFileFormat.Lines : TextFileFormat.Csv;
    }

    private static IEnumerable<string> Lines(TextSource source)
    {
        LineReader lines = source.Lines();
        while (lines.Read())
            yield return lines.Line.ToString();
    }

    private static IEnumerable<string> Rows(TextSource source, TableForm form)
    {
        LineReader lines = source.Lines();
        CsvRecord record = form.NewRecord();
        bool isFirst = true;
        int firstRows = form.FirstRows;
        while (lines.Read())
        {
            if (!record.IsOpen && lines.Line.IsWhiteSpace()) continue;
            bool isMark = isFirst && Separators.OfLine(lines.Line) is not null;
            isFirst = false;
            if (isMark || !record.Add(lines)) continue;
            if (firstRows > 0)
            {
                firstRows--;
                continue;
            }

            TableParser.CheckWidth(record, form, lines);
            yield return TableParser.TextOf(record, form.Columns);
        }

        record.CheckClosed(lines);
    }

    private static IEnumerable<string> Objects(TextSource source, TableChoice choice)
    {
        LineReader lines = source.Lines();
        var objects = new JsonObjects();
        var columns = new JsonColumns(choice);
        List<string> ended = [];
        while (lines.Read())
        {
            objects.Add(lines, ended);
            foreach (string json in ended)
                yield return columns.Read(json, lines, row => columns.TextOf(row, lines));
            ended.Clear();
        }

        objects.CheckClosed(lines);
    }
}
