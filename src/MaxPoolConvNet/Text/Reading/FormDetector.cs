namespace MaxPoolConvNet.Text;

/// <summary>Detects the form of a file of labeled texts from its first lines, and chooses the parser.</summary>
internal static class FormDetector
{
    private static ReadOnlySpan<byte> JsonWhiteSpace => " \t\r\n"u8;

    /// <summary>The parser for the file, by the options or by the content.</summary>
    public static ILabeledTextParser Choose(TextSource input, LabeledTextFileOptions options)
    {
        TableChoice choice = options.Choice;
        if (IsBlank(input)) return new SpaceSeparatedParser(null);
        var tables = new TableDetector(input, choice);
        return options.Format switch
        {
            LabeledTextFormat.TabSeparated => new TableParser(tables.FindTabs(), choice),
            LabeledTextFormat.SpaceSeparated => new SpaceSeparatedParser(null),
            LabeledTextFormat.FastText => new FastTextParser(options.AllowUnlabeled, HasCommas(input)),
            LabeledTextFormat.Csv => new TableParser(tables.Find(), choice),
            LabeledTextFormat.Json => new JsonParser(choice),
            _ => Detect(input, choice, tables),
        };
    }

    /// <summary>Whether the file is JSON: objects or an array of objects.</summary>
    public static bool IsJson(TextSource input)
    {
        ReadOnlySpan<byte> sample = input.Sample;
        if (sample.StartsWith("\uFEFF"u8)) sample = sample["\uFEFF"u8.Length..];
        sample = sample.TrimStart(JsonWhiteSpace);
        if (sample.IsEmpty) return false;
        ReadOnlySpan<byte> inside = sample[1..].TrimStart(JsonWhiteSpace);
        return sample[0] switch
        {
            (byte)'[' => inside.IsEmpty || inside[0] == '{',
            (byte)'{' => inside.IsEmpty || inside[0] == '}' || (inside[0] == '"' && inside.Contains((byte)':')),
            _ => false,
        };
    }

    public static bool HasTableName(string name) => HasExtension(name, ".csv");

    public static bool HasJsonName(string name) => HasExtension(name, ".jsonl") || HasExtension(name, ".ndjson");

    private static bool HasExtension(string name, string extension)
    {
        string plain = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
        return plain.EndsWith(extension, StringComparison.OrdinalIgnoreCase);
    }

    private static ILabeledTextParser Detect(TextSource input, TableChoice choice, TableDetector tables)
    {
        if (IsJson(input)) return new JsonParser(choice);
        bool isTable = HasTableName(input.Name) || choice.Separator is not null || choice.HasHeader is not null;
        if (!isTable && IsFastText(input)) return new FastTextParser(false, HasCommas(input));
        if (isTable) return new TableParser(tables.Find(), choice);
        if (tables.FindIfAny() is { } table) return new TableParser(table, choice);
        if (choice.Named.Any()) return new TableParser(tables.Find(), choice);
        return tables.FindUnnamed(byQuotes: !AreManyFirstWords(input)) is { } unnamed
            ? new TableParser(unnamed, choice)
            : new SpaceSeparatedParser(new GuessedLabels(input.Name), LabelMark.Of(input));
    }

    private static bool IsBlank(TextSource input)
    {
        LineReader lines = input.SampleLines();
        while (lines.Read())
        {
            if (!lines.Line.IsWhiteSpace()) return false;
        }

        return true;
    }

    private static bool IsFastText(TextSource input)
    {
        LineReader lines = input.SampleLines();
        int with = 0;
        int all = 0;
        bool? isFirst = null;
        while (lines.Read())
        {
            if (lines.Line.IsWhiteSpace()) continue;
            all++;
            bool begins = lines.Line.TrimStart().StartsWith(FastTextParser.Prefix, StringComparison.Ordinal);
            isFirst ??= begins;
            bool contains = begins
                || lines.Line.Contains(" " + FastTextParser.Prefix, StringComparison.Ordinal)
                || lines.Line.Contains("\t" + FastTextParser.Prefix, StringComparison.Ordinal);
            if (contains) with++;
        }

        return isFirst == true || (with > 0 && with * 2 > all);
    }

    // labels such as "__label__x," and "__label__x,text"
    private static bool HasCommas(TextSource input)
    {
        LineReader lines = input.SampleLines();
        int all = 0;
        while (lines.Read())
        {
            ReadOnlySpan<char> line = lines.Line.Trim();
            if (line.IsEmpty) continue;
            if (!line.StartsWith(FastTextParser.Prefix, StringComparison.Ordinal)) return false;
            if (!line[..SpaceSeparatedParser.WordEnd(line)].Contains(',')) return false;
            all++;
        }

        return all > 1;
    }

    private static bool AreManyFirstWords(TextSource input)
    {
        LineReader lines = input.SampleLines();
        HashSet<string> words = [];
        int all = 0;
        while (lines.Read())
        {
            ReadOnlySpan<char> line = lines.Line.Trim();
            if (line.IsEmpty) continue;
            words.Add(line[..SpaceSeparatedParser.WordEnd(line)].ToString());
            all++;
        }

        return words.Count > all / 2 || words.All(word => word.Contains(',') || word.Contains(';') || word.Contains('|'));
    }
}
