namespace MaxPoolConvNet.Text;

/// <summary>Chooses the parser for a file.</summary>
internal static class LabeledTextParsers
{
    /// <summary>The parser for the format asked for, or detected by the name and the current line, the first that isn't blank.</summary>
    public static ILabeledTextParser Choose(LineReader lines, string name, LabeledTextFileOptions options)
    {
        bool isDetected = options.Format == LabeledTextFormat.Detect;
        return (isDetected ? Detect(lines.Line, name) : options.Format) switch
        {
            LabeledTextFormat.TabSeparated => new TabSeparatedParser(),
            LabeledTextFormat.SpaceSeparated => new SpaceSeparatedParser(isDetected ? new GuessedLabels(name) : null),
            LabeledTextFormat.FastText => new FastTextParser(options.AllowUnlabeled),
            _ => new CsvParser(options.Columns),
        };
    }

    private static LabeledTextFormat Detect(ReadOnlySpan<char> line, string name)
    {
        if (name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".csv.gz", StringComparison.OrdinalIgnoreCase))
            return LabeledTextFormat.Csv;
        if (line.TrimStart().StartsWith(FastTextParser.Prefix, StringComparison.Ordinal))
            return LabeledTextFormat.FastText;
        int tab = line.IndexOf('\t');
        return tab > 0 && !line[..tab].IsWhiteSpace() ? LabeledTextFormat.TabSeparated : LabeledTextFormat.SpaceSeparated;
    }
}
