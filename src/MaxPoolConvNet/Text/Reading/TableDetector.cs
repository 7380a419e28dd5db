namespace MaxPoolConvNet.Text;

/// <summary>Detects the form of a table from its first rows.</summary>
/// <param name="input">The file.</param>
/// <param name="choice">The caller's options.</param>
internal sealed class TableDetector(TextSource input, TableChoice choice)
{
    private const int WordsOfLabel = 5;

    /// <summary>The form of a file that is known to be a table, by its name or by the caller's options.</summary>
    /// <exception cref="InvalidDataException">The columns can't be determined.</exception>
    public TableForm Find()
    {
        if ((choice.Separator ?? MarkedSeparator()) is { } given) return FormOf(RowsOf(given));
        TableRows[] found = [.. Separators.Usual.Select(RowsOf)];
        TableRows best = found
                .Where(rows => rows.IsEven)
                .OrderByDescending(HasUsualNames)
                .ThenByDescending(rows => rows.Width)
                .FirstOrDefault()
            ?? found.OrderByDescending(HasUsualNames).FirstOrDefault(HasUsualNames)
            ?? RowsOf(',');
        return FormOf(best);
    }

    /// <summary>The form of a tab-separated table without quotes.</summary>
    public TableForm FindTabs() => FormOf(RowsOf('\t', quotes: false));

    /// <summary>The form of a file that may be a table; null if it isn't one.</summary>
    public TableForm? FindIfAny()
    {
        if (choice.Separator is not null || MarkedSeparator() is not null) return Find();
        if (Tabs() is { } tabs) return FormOf(tabs);
        foreach (char separator in ";|,")
        {
            if (RowsOf(separator) is { IsEven: true } rows && HasUsualNames(rows)) return FormOf(rows);
        }

        return null;
    }

    /// <summary>The form of a table of texts, given by the options or by usual names in its header; null if there is none.</summary>
    public TableForm? FindTexts()
    {
        bool isTable = choice.Separator is not null || choice.HasHeader is not null || choice.Texts.Count > 0;
        if (isTable || MarkedSeparator() is not null) return Find();
        foreach (char separator in Separators.Usual)
        {
            if (RowsOf(separator) is { IsEven: true, Rows.Count: > 1 } rows && HasUsualNames(rows)) return FormOf(rows);
        }

        return null;
    }

    /// <summary>The form of a table of two columns without usual names, one with recurring values; null if there is none.</summary>
    /// <param name="byQuotes">Whether the table must have quotes where they are needed.</param>
    public TableForm? FindUnnamed(bool byQuotes)
    {
        foreach (char separator in ";|,")
        {
            if (RowsOf(separator) is not { IsEven: true, Width: 2, Rows.Count: > 2 } rows || (byQuotes && !rows.HasNeededQuotes)) continue;
            TableForm form = FormOf(rows);
            string[] labels = [.. rows.Rows.Skip(form.HasHeader ? 1 : 0).Select(row => row[form.Columns.Labels[0]])];
            int most = labels.Length == 3 && separator != ',' ? 2 : labels.Length / 2; // commas are in texts, too
            if (labels.Distinct().Count() <= most && labels.All(label => label.Count(' '.Equals) < WordsOfLabel)) return form;
        }

        return null;
    }

    private TableRows? Tabs() => RowsOf('\t') is { Width: > 1 } rows
        && (rows.Rows[0][0].Length > 0 || (rows.IsEven && rows.Width > 2)) ? rows : null;

    // in tab-separated files, most quotes are part of the texts
    private TableRows RowsOf(char separator)
    {
        TableRows quoted = RowsOf(separator, quotes: true);
        if (separator != '\t') return quoted;
        TableRows plain = RowsOf(separator, quotes: false);
        return quoted.IsEven && (quoted.HasNeededQuotes || plain.HasQuotedCommas) ? quoted : plain;
    }

    private TableRows RowsOf(char separator, bool quotes) => TableRows.Split(input, separator, quotes, choice);

    private TableForm FormOf(TableRows rows)
    {
        bool hasHeader = HeaderRow.IsHeader(rows, choice) || IsLabelsAlone(rows);
        // if the text may contain tabs and no option says otherwise, the first tab ends the label
        bool takesRest = rows.Separator == '\t' && !rows.Quotes && choice.IsLabeled && choice.Named.All(HeaderRow.IsNumber)
            && !rows.IsEven && (!hasHeader || rows.Width == 2);
        if (takesRest) rows = TableRows.Split(input, '\t', quotes: false, choice, most: 2);
        var columns = TableColumns.Find(
            rows.NamesOf(hasHeader),
            hasHeader,
            [.. rows.Rows.Skip(hasHeader ? 1 : 0)],
            choice,
            message => Error(rows, message + Doubted(rows, hasHeader)));
        bool ofTwo = rows.Separator == '\t' && !rows.Quotes && rows.Width == 2;
        takesRest = columns.Labels is [1] ? takesRest && !ofTwo : takesRest || (ofTwo && columns.Labels is [0]);
        return new TableForm(rows.Separator, rows.Quotes, hasHeader, takesRest, columns) { RowsAbove = rows.RowsAbove };
    }

    /// <summary>The first row, where it wasn't taken for a header.</summary>
    private string Doubted(TableRows rows, bool hasHeader) => hasHeader || choice.HasHeader is not null
        ? ""
        : $"; \"{string.Join("\", \"", rows.Rows[0].Select(Shown))}\" wasn't taken for one";

    private static string Shown(string field) => (field.Length > 30 ? field[..30] + "…" : field).ReplaceLineEndings(" ");

    // a table of fewer than three rows has a header unless something indicates otherwise
    private bool IsLabelsAlone(TableRows rows) =>
        choice.HasHeader is null && choice.IsLabeled && rows.Separator != '\t' && rows.Rows.Count is > 0 and < 3
        && !rows.Rows[0].Any(field => field.Contains(' ', StringComparison.Ordinal));

    private static bool HasUsualNames(TableRows rows) => rows.Width > 1 && ColumnNames.AreIn(rows.Rows[0]);

    private char? MarkedSeparator()
    {
        LineReader lines = input.SampleLines();
        while (lines.Read())
        {
            if (!lines.Line.IsWhiteSpace()) return Separators.OfLine(lines.Line);
        }

        return null;
    }

    private InvalidDataException Error(TableRows rows, string message)
    {
        LineReader lines = input.SampleLines();
        int above = rows.RowsAbove;
        while (lines.Read() && (lines.Line.IsWhiteSpace() || Separators.OfLine(lines.Line) is not null || above-- > 0))
        {
        }

        return lines.Error(rows.Rows.Count == 0 ? 1 : lines.Number, message);
    }
}
