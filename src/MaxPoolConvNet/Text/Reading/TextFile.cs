using System.Text.Json;

namespace MaxPoolConvNet.Text;

/// <summary>Reads texts without labels, in the forms of <see cref="LabeledTextFile"/>, plain or compressed by gzip.</summary>
/// <remarks>
/// <para>What is wrong in a file is an <see cref="InvalidDataException"/> that begins with the file's name and the line, counted from 1.</para>
/// <para>Thread safety: the members may be called from any number of threads; what they return belongs to one.</para>
/// </remarks>
public static class TextFile
{
    /// <summary>Reads texts while the result is enumerated; memory is bounded by the longest text.</summary>
    /// <param name="stream">What to read; left open. Its form is told by what it gives first, so that lines of a person or a program are
    /// passed on as they come.</param>
    /// <param name="name">What errors call it: a file's name.</param>
    /// <param name="options">How to read; <see langword="null"/> for the defaults.</param>
    /// <returns>A text for each line, row or object, in their order; an empty one where there is none or it is null.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty, <paramref name="stream"/> can't be read, or an option isn't valid.</exception>
    /// <exception cref="InvalidDataException">While enumerating: something can't be read, or the column of the text can't be told.</exception>
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
            {
                using JsonDocument row = columns.Parse(json, lines);
                yield return columns.TextOf(row.RootElement, lines);
            }

            ended.Clear();
        }

        objects.CheckClosed(lines);
    }
}
