using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

/// <summary>Files of every form with texts as people write them are read as they are meant, or refused or doubted: never read as others.</summary>
public class RealFormMatrixTests(ITestOutputHelper output)
{
    private const string Unusual = "Polarity"; // in a table its values tell what it is; in JSON it has to be named

    private static readonly string[] _encodings = ["UTF-8", "UTF-8 with mark", "UTF-16", "UTF-16 with mark", "windows-1252"];
    private static readonly string[] _lines = ["fastText", "fastText, comma", "fastText, last", "label text"];
    private static readonly string[] _objects = ["JSON lines", "JSON array"];
    private static readonly string[] _tableNames = ["t.csv", "t.txt"];
    private static readonly string[] _tabNames = ["t.tsv", "t.txt"];
    private static readonly string[]?[] _headers = [null, ["label", "text"], ["category", "content"], [Unusual, "TweetText"]];

    [Fact]
    public void SmallFiles_AreReadRightly_OrRefused() =>
        AssertReadOrRefused(Cells([20]).Where(cell => cell.Encoding == "UTF-8" || (cell.Encoding == "windows-1252" && cell.Labels == "5 names")));

    [Fact]
    [Trait("Category", "Slow")]
    public void Files_AreReadRightly_OrRefused() =>
        AssertReadOrRefused(Cells([20, 100, 500, 5_000]).Where(cell => cell.Rows < 1_000 || cell.Encoding == "UTF-8"));

    /// <summary>All cells; a set of labels has at least two texts for each.</summary>
    private static IEnumerable<FormCell> Cells(int[] rows) =>
        from labels in RealisticTexts.Labels
        from count in rows.Select(count => Math.Max(count, 2 * labels.Value.Length)).Distinct()
        from encoding in _encodings
        from cell in Tables(labels.Key, count, encoding).Concat(Objects(labels.Key, count, encoding)).Concat(Lines(labels.Key, count, encoding))
        select cell;

    private static IEnumerable<FormCell> Tables(string labels, int rows, string encoding) =>
        from form in FormCell.Tables
        from name in form.StartsWith("tab", StringComparison.Ordinal) ? _tabNames : _tableNames
        from header in _headers
        from order in Enum.GetValues<FormOrder>()
        where header is not null || order != FormOrder.Swapped
        select new FormCell(form, name, header, order, encoding, labels, rows);

    private static IEnumerable<FormCell> Objects(string labels, int rows, string encoding) =>
        from form in _objects
        from header in _headers
        from order in Enum.GetValues<FormOrder>()
        where header is not null && header[0] != Unusual
        select new FormCell(form, form == "JSON lines" ? "t.jsonl" : "t.json", header, order, encoding, labels, rows);

    private static IEnumerable<FormCell> Lines(string labels, int rows, string encoding) =>
        from form in _lines
        where !labels.EndsWith("names", StringComparison.Ordinal)
        select new FormCell(form, "t.txt", null, form == "fastText, last" ? FormOrder.LabelLast : FormOrder.LabelFirst, encoding, labels, rows);

    private void AssertReadOrRefused(IEnumerable<FormCell> cells)
    {
        List<(string Form, string Why)> refused = [];
        List<string> wrong = [];
        (int all, int read) = (0, 0);
        foreach (IGrouping<(string, int, bool), FormCell> group in cells.GroupBy(cell => (cell.Labels, cell.Rows, HasLineBreaks(cell))))
        {
            (string labels, int rows, bool hasLineBreaks) = group.Key;
            LabeledText[] texts = RealisticTexts.Make(RealisticTexts.Labels[labels], rows, hasLineBreaks);
            foreach (FormCell cell in group)
            {
                (LabeledText[]? found, string? doubt) = Read(cell, texts);
                bool isRight = found is not null && texts.AsSpan().SequenceEqual(found);
                if (found is not null && !isRight) wrong.Add($"{Shown(cell)}: {found.Length} of {texts.Length} texts, such as {found[0]}");
                if (cell.Order == FormOrder.Swapped) continue;
                all++;
                if (isRight) read++;
                else if (doubt is not null) refused.Add(($"{cell.Form}, {cell.Name}, {HeaderOf(cell)}, {cell.Order}", doubt));
            }
        }

        output.WriteLine($"{read} of {all} files whose columns aren't swapped are read");
        foreach (IGrouping<string, (string Form, string Why)> same in refused.GroupBy(one => one.Form))
            output.WriteLine($"{same.Count()} refused: {same.Key}, such as: {same.First().Why}");
        Assert.True(wrong.Count == 0, $"{wrong.Count} files are read wrongly:\n{string.Join('\n', wrong.Take(40))}");
        Assert.True(read >= 0.95 * all, $"{read} of {all} files are read");
    }

    private static (LabeledText[]? Texts, string? Doubt) Read(FormCell cell, LabeledText[] texts)
    {
        try
        {
            LabeledText[] found = [.. LabeledTextFile.Read(new MemoryStream(cell.Bytes(texts)), cell.Name, cell.Options)];
            return LabelDoubt.Of(found) is { } doubt ? (null, doubt) : (found, null);
        }
        catch (InvalidDataException refused)
        {
            return (null, refused.Message);
        }
    }

    private static bool HasLineBreaks(FormCell cell) => !_lines.Contains(cell.Form) && cell.Form != "tab, no quotes";

    private static string HeaderOf(FormCell cell) => cell.Header is null ? "no header" : $"header {string.Join(" and ", cell.Header)}";

    private static string Shown(FormCell cell) => $"{cell.Form}, {cell.Name}, {HeaderOf(cell)}, {cell.Order}, {cell.Encoding}, {cell.Labels}, {cell.Rows} rows";
}
