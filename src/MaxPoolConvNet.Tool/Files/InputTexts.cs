using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tool.Files;

/// <summary>Reads texts without labels, while they are enumerated: memory is bounded by the longest one.</summary>
internal static class InputTexts
{
    /// <param name="stream">What to read, plain or compressed by gzip.</param>
    /// <param name="name">What errors call it, and what its form is detected by.</param>
    /// <param name="options">How to read.</param>
    /// <exception cref="InvalidDataException">While enumerating: a line can't be read.</exception>
    public static IEnumerable<string> Read(Stream stream, string name, InputOptions options)
    {
        InputForm form = options.FormOf(name);
        if (form == InputForm.Lines) CheckNoField(options);
        return Enumerate(stream, name, form, options);
    }

    private static IEnumerable<string> Enumerate(Stream stream, string name, InputForm form, InputOptions options)
    {
        using Stream content = GzipContent.Open(stream);
        var lines = new LineReader(content, name, options.Encoding);
        IEnumerable<string> texts = form switch
        {
            InputForm.Csv => CsvTexts.Read(lines, options.Field),
            InputForm.JsonLines => new JsonTexts(lines, options.Field).Read(),
            InputForm.Detect => Detected(lines, options),
            _ => Lines(lines),
        };
        foreach (string text in texts)
            yield return text;
    }

    private static IEnumerable<string> Detected(LineReader lines, InputOptions options)
    {
        if (!lines.Read()) yield break;
        bool isJson = JsonTexts.IsObject(lines.Line);
        if (!isJson) CheckNoField(options);
        var json = new JsonTexts(lines, options.Field);
        yield return isJson ? json.Current : lines.Line.ToString();
        foreach (string text in isJson ? json.Read() : Lines(lines))
            yield return text;
    }

    private static IEnumerable<string> Lines(LineReader lines)
    {
        while (lines.Read())
            yield return lines.Line.ToString();
    }

    private static void CheckNoField(InputOptions options)
    {
        if (options.Field is null) return;
        throw new ArgumentException(
            "--text-field is for JSON lines and CSV, but texts are read a line each; --input jsonl or csv says otherwise");
    }
}
