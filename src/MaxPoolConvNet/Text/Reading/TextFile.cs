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
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (!stream.CanRead) throw new ArgumentException($"The stream {name} can't be read.", nameof(stream));
        options ??= new TextFileOptions();
        options.Check();
        return Enumerate(stream, name, options with { });
    }

    private static IEnumerable<string> Enumerate(Stream stream, string name, TextFileOptions options)
    {
        using TextSource source = TextSource.Open(stream, name, options.Encoding, waits: false);
        foreach (string text in Choose(source, options))
            yield return text;
    }

    private static IEnumerable<string> Choose(TextSource source, TextFileOptions options)
    {
        TableChoice choice = options.Choice;
        var tables = new TableDetector(source, choice);
        switch (options.Format)
        {
            case TextFileFormat.Lines:
                return Lines(source);
            case TextFileFormat.Json:
                return Objects(source, choice);
            case TextFileFormat.Csv:
                return Rows(source, tables.Find());
            default:
                if (FormDetector.IsJson(source) || FormDetector.HasJsonName(source.Name)) return Objects(source, choice);
                TableForm? form = FormDetector.HasTableName(source.Name) ? tables.Find() : tables.FindTexts();
                return form is null ? Lines(source) : Rows(source, form);
        }
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
        bool isPastHeader = !form.HasHeader;
        while (lines.Read())
        {
            if (!record.IsOpen && lines.Line.IsWhiteSpace()) continue;
            bool isMark = isFirst && Separators.OfLine(lines.Line) is not null;
            isFirst = false;
            if (isMark || !record.Add(lines)) continue;
            TableParser.CheckWidth(record, form, lines);
            if (isPastHeader) yield return TableParser.TextOf(record, form.Columns);
            isPastHeader = true;
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
