using System.Text.Json;

namespace MaxPoolConvNet.Tool.Tests;

/// <summary>Labeled texts and texts in workbooks of Excel.</summary>
[Trait("Category", "Slow")]
public sealed class ExcelTests : IDisposable
{
    private static readonly object?[][] _reviews =
    [
        ["text", "stars", "label", "day"],
        .. Enumerable.Range(0, SmallTexts.Count).Select(t => (object?[])[t % 2 == 0 ? "a \"superb\" film,\nsee it" : "a dreadful film", t + 0.5, (double)(t % 2), new DateTime(2026, 3, 1 + t)]),
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Train_TakesTheFirstSheetWithData_AndNumbersAsPeopleWriteThem()
    {
        ToolRun run = Train(Workbook.Of(("Notes", []), ("Reviews", _reviews), ("Other", [["a"]])));

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Equal("Excel, sheet \"Reviews\", header, label column \"label\", text column \"text\", 24 texts, 2 labels: 0 12, 1 12", run.Lines[0]);
        ToolRun predicted = ToolRun.Of("predict", _folder.PathOf("m"), _folder.PathOf("t.xlsx"), "--json");
        Assert.Equal(SmallTexts.Count, predicted.Lines.Count);
        Assert.Equal("a \"superb\" film,\nsee it", JsonDocument.Parse(predicted.Lines[0]).RootElement.GetProperty("text").GetString());
        Assert.Contains("24 texts", ToolRun.Of("evaluate", _folder.PathOf("m"), _folder.PathOf("t.xlsx")).Output, StringComparison.Ordinal);
        Assert.Equal(SmallTexts.Count, ToolRun.Of("explain", _folder.PathOf("m"), "--file", _folder.PathOf("t.xlsx"), "--json").Lines.Count);
    }

    [Theory]
    [InlineData("day", "2026-03-01 1, 2026-03-02 1, ")]
    [InlineData("stars", "0.5 1, 1.5 1, 10.5 1")]
    public void Train_WritesDaysAndDecimalsTheSameEverywhere(string column, string labels)
    {
        ToolRun run = Train(Workbook.Of(("Reviews", [.. _reviews.Take(12)])), "--label-column", column, "--hold-out", "0");

        Assert.Contains($"label column \"{column}\", text column \"text\", 11 texts, 11 labels: {labels}", run.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Train_TakesTheSheetOfTheName_AndTruthValuesAsLabels()
    {
        object?[][] marked = [["message", "loud", "long"], .. Enumerable.Range(0, 24).Select(t => (object?[])[$"a film {t % 3}", t % 2 == 0, t % 3 == 0])];

        ToolRun run = Train(Workbook.Of(("Reviews", _reviews), ("Marks", marked)), "--sheet", "marks", "--label-column", "loud,long");

        Assert.StartsWith("Excel, sheet \"Marks\", header, label columns \"loud\", \"long\", text column \"message\", 24 texts, 2 labels: long 8, loud 12", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Errors_NameFileSheetAndRow()
    {
        byte[] gap = Workbook.Of(("Reviews", [_reviews[0], _reviews[1], null, ["a film", 1, null], _reviews[2]]));
        Train(gap).AssertError($"{_folder.PathOf("t.xlsx")}, sheet \"Reviews\", row 4: no label");

        byte[] twoLines = Workbook.Of(("Reviews", [_reviews[0], _reviews[1], _reviews[1], [null, 1, 2, 3, 4]]));
        Train(twoLines).AssertError("sheet \"Reviews\", row 4: 5 fields, expected");

        Train(Workbook.Of(("A", _reviews), ("B & C", _reviews)), "--sheet", "D").AssertError("the workbook has no sheet \"D\"; its sheets are \"A\", \"B & C\"");
        Train(Workbook.Of(("A", []), ("B", []))).AssertError("no visible sheet has data; the workbook's sheets are \"A\", \"B\"");
        Train(Workbook.Of(("A", _reviews), ("B", [])), "--sheet", "B").AssertError("sheet \"B\": the sheet is empty");
    }

    [Theory]
    [InlineData("2000000000", 2, "2,000,000,000")]
    [InlineData("-2147483648", 2, "-2,147,483,648")]
    [InlineData("1048578", 0, "1,048,578")]
    public void ARowBeyondTheLastOfExcel_IsRefused_WithoutReadingUpToIt(string number, int after, string reach)
    {
        byte[] forged = Workbook.Forged(Workbook.Of(("Reviews", _reviews)), $"<row r='{after + 1}'>", $"<row r='{number}'>");

        Train(forged).AssertError($"sheet \"Reviews\": the sheet reaches as far as row {reach} and column");
    }

    [Fact]
    public void ACellFarFromTheOthers_IsRefused_WithoutLookingAtAllInBetween()
    {
        byte[] forged = Workbook.Forged(Workbook.Of(("Reviews", _reviews)), "</sheetData>", "<row r='1048576'><c r='AMK1048576'><v>1</v></c></row></sheetData>");

        Train(forged).AssertError("sheet \"Reviews\": the sheet reaches as far as row 1,048,576 and column 1,025; delete the empty rows and columns");
    }

    [Fact]
    public void ATitleAboveTheTable_IsLeftOut_AndRowsEndWhereTheirDataDo()
    {
        ToolRun run = Train(Workbook.Of(("A", [["Reviews of May"], null, ["label", "text", "note"], .. _reviews.Skip(1).Select(row => new[] { row![0], row[1], null })])));

        Assert.Contains("header after 1 other row, label column \"label\", text column \"text\"", run.Lines[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("biff8.xls")] // of Excel 97
    [InlineData("biff5.xls")] // of Excel 5.0
    public void AWorkbookOfTheFormBefore2007_IsRead(string name)
    {
        ToolRun run = Train(OldWorkbook(name));

        Assert.Equal("Excel, sheet \"Sheet1\", header, label column \"label\", text column \"text\", 3 texts, 2 labels: a 2, b 1", run.Lines[0]);
    }

    /// <summary>The library that reads it would look at every row and cell up to there.</summary>
    [Theory]
    [InlineData(8, 0x65000000, "row 1,694,498,816 and column 2; the last ones of this form are row 65,536 and column 256, so the file is damaged")]
    [InlineData(8, 65_537, "row 65,537 and column 2; the last ones")]
    [InlineData(14, 257, "row 5 and column 257; the last ones")]
    public void AnOldWorkbookThatReachesTooFar_IsRefused(int at, int number, string reach)
    {
        byte[] forged = OldWorkbook("biff8.xls");
        int dimensions = forged.AsSpan().IndexOf<byte>([0x00, 0x02, 0x0E, 0x00]);
        BitConverter.TryWriteBytes(forged.AsSpan(dimensions + at), number);

        Train(forged).AssertError($"sheet \"Sheet1\": the sheet reaches as far as {reach}");
    }

    /// <summary>The library that reads it would take memory for them.</summary>
    [Theory]
    [InlineData(30, 29)] // sectors of 512 MB
    [InlineData(32, 29)] // small ones
    [InlineData(72, 1_000_000)] // a long list of them
    public void AnOldWorkbookWithForgedSectors_IsRefused(int at, int number)
    {
        byte[] forged = OldWorkbook("biff8.xls");
        BitConverter.TryWriteBytes(forged.AsSpan(at), at < 72 ? number | (BitConverter.ToUInt16(forged, at + 2) << 16) : number);

        long before = GC.GetAllocatedBytesForCurrentThread();
        Train(forged).AssertError("t.xlsx: not a readable Excel workbook");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 50_000_000);
    }

    [Fact]
    public void SwitchesOfTextFiles_AreRefused()
    {
        Train(Workbook.Of(("A", _reviews)), "--separator", ";").AssertError("is an Excel file; format, separator and encoding");
        string text = _folder.Write("t.tsv", SmallTexts.Tab);
        ToolRun.Of("train", text, "--sheet", "A", "--model", _folder.PathOf("m")).AssertError($"--sheet is for Excel workbooks, and {text} isn't one");
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void ABrokenWorkbook_IsOneLine()
    {
        byte[] whole = Workbook.Of(("Reviews", _reviews));
        for (int length = 8; length < whole.Length; length += 61)
            Train(whole[..length]).AssertError("t.xlsx: not a readable Excel workbook");
        Train([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[1000]]).AssertError("t.xlsx: not a readable Excel workbook");
    }

    /// <summary>A workbook written by SheetJS 0.18.</summary>
    private static byte[] OldWorkbook(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Commands", "Tables", "Files", name));

    private ToolRun Train(byte[] workbook, params string[] switches) =>
        ToolRun.Of(["train", _folder.Write("t.xlsx", workbook), "--model", _folder.PathOf("m"), .. SmallTexts.Quick, .. switches]);
}
