using System.Data;
using System.Data.Common;
using System.Globalization;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

public class LabeledTextRowsTests
{
    private static readonly LabeledText[] _expected = [new("spam", "buy now"), new("ham", "hello"), new("spam", "")];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Read_GivesTheTextsInTheOrderOfTheRows()
    {
        using DataTable table = Table(["text", "label"], ["buy now", "spam"], ["hello", "ham"], ["", "spam"]);
        using DataTableReader reader = table.CreateDataReader();

        Assert.Equal(_expected, LabeledTextRows.Read(reader));
        Assert.False(reader.IsClosed);
    }

    [Fact]
    public async Task ReadAsync_GivesTheSame()
    {
        using DataTable table = Table(["text", "label"], ["buy now", "spam"], ["hello", "ham"], ["", "spam"]);
        using DataTableReader reader = table.CreateDataReader();

        Assert.Equal(_expected, await LabeledTextRows.ReadAsync(reader, null, Token).ToListAsync(Token));
        Assert.False(reader.IsClosed);
    }

    [Theory]
    [InlineData("Category", "Review")]
    [InlineData("stars", "MESSAGE")]
    [InlineData("sentiment", "phrase")]
    public void Read_FindsTheColumnsAsInTheHeaderOfACsvFile(string label, string text)
    {
        using DataTable table = Table([label, text], ["spam", "buy now"], ["ham", "hello"], ["spam", ""]);

        Assert.Equal(_expected, LabeledTextRows.Read(table.CreateDataReader()));
    }

    [Fact]
    public void Read_TakesTheNamedColumns()
    {
        using DataTable table = Table(["id", "label", "text", "Title"], [1, "l", "x", "hello"]);
        var options = new LabeledTextRowsOptions { LabelColumns = ["ID"], TextColumns = ["title"] };

        Assert.Equal([new LabeledText("1", "hello")], LabeledTextRows.Read(table.CreateDataReader(), options));
    }

    [Fact]
    public void Read_TakesSeveralLabelsAndJoinsTexts()
    {
        using DataTable marks = Table(["title", "rude", "body", "loud"], ["a", 1, "b", true], ["c", 0, null, null], [null, 0, "d ", 1]);
        using DataTable lists = Table(["text", "labels"], ["a b", "loud|rude"], ["c", null], ["d", "loud"]);
        var ofMarks = new LabeledTextRowsOptions { LabelColumns = ["rude", "loud"], TextColumns = ["title", "body"] };
        LabeledText[] expected = [new(["loud", "rude"], "a b"), new([], "c"), new(["loud"], "d")];

        Assert.Equal(expected, LabeledTextRows.Read(marks.CreateDataReader(), ofMarks));
        Assert.Equal(expected, LabeledTextRows.Read(lists.CreateDataReader(), new() { LabelSeparator = "|" }));
    }

    [Fact]
    public void Errors_NameTheMarkThatIsNone()
    {
        using DataTable table = Table(["text", "rude", "loud"], ["a", 1, 2]);

        Assert.Equal(
            "row 1, column \"loud\": \"2\" in the column of a label, expected 0 or 1",
            Assert.Throws<InvalidDataException>(() => LabeledTextRows.Read(table.CreateDataReader(), new() { LabelColumns = ["rude", "loud"] }).ToList()).Message);
    }

    [Fact]
    public void Read_TrimsLabelsAndTextsAndSharesTheStringsOfLabels()
    {
        using DataTable table = Table(["label", "text"], [" spam \n", "\t buy  now "], ["spam", "x"]);
        LabeledText[] texts = [.. LabeledTextRows.Read(table.CreateDataReader())];

        Assert.Equal([new LabeledText("spam", "buy  now"), new LabeledText("spam", "x")], texts);
        Assert.Same(texts[0].Label, texts[1].Label);
    }

    [Fact]
    public void Read_WritesOtherValuesInTheInvariantCulture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            Guid id = Guid.NewGuid();
            using DataTable table = Table(["label", "text"], [-1, 2.5], [1234567.5m, id], [true, 'x']);

            Assert.Equal(
                [new LabeledText("-1", "2.5"), new LabeledText("1234567.5", $"{id}"), new LabeledText("True", "x")],
                LabeledTextRows.Read(table.CreateDataReader()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(null, "hello", "row 2, column \"category\": the label is null")]
    [InlineData(" \t", "hello", "row 2, column \"category\": the label is blank, expected at least one character")]
    [InlineData("ham", null, "row 2, column \"Body\": the text is null")]
    public async Task Errors_NameTheRowAndTheColumn(string? label, string? text, string message)
    {
        var options = new LabeledTextRowsOptions { TextColumns = ["body"] };
        using DataTable table = Table(["id", "category", "Body"], [7, "spam", "buy"], [8, label, text]);

        using (IEnumerator<LabeledText> texts = LabeledTextRows.Read(table.CreateDataReader(), options).GetEnumerator())
        {
            Assert.True(texts.MoveNext());
            Assert.Equal(message, Assert.Throws<InvalidDataException>(() => texts.MoveNext()).Message);
        }

        IAsyncEnumerable<LabeledText> again = LabeledTextRows.ReadAsync(table.CreateDataReader(), options, Token);
        Assert.Equal(message, (await Assert.ThrowsAsync<InvalidDataException>(async () => await again.CountAsync(Token))).Message);
    }

    [Fact]
    public void Errors_NameTheTypeThatIsNotWrittenAsAString()
    {
        using DataTable labels = Table(["label", "text"], [new byte[3], "x"]);
        using DataTable texts = Table(["label", "text"], ["x", new byte[3]]);
        const string Rest = " is of type System.Byte[], expected a string or a value that can be formatted as one";

        Assert.Equal("row 1, column \"label\": the label" + Rest, Error(labels.CreateDataReader()));
        Assert.Equal("row 1, column \"text\": the text" + Rest, Error(texts.CreateDataReader()));
    }

    [Fact]
    public void Errors_ListTheColumnsAtOnce()
    {
        using DataTable table = Table(["id", "stars", "text"]);
        const string Hint = "; name them with LabeledTextRowsOptions.LabelColumns and TextColumns";

        Assert.Equal(
            "can't find the label column in the columns \"id\", \"stars\", \"text\"" + Hint,
            Assert.Throws<InvalidDataException>(() => LabeledTextRows.Read(table.CreateDataReader())).Message);
        Assert.Equal(
            "no column \"rating\" in the columns \"id\", \"stars\", \"text\", named in LabelColumns",
            Assert.Throws<InvalidDataException>(
                () => LabeledTextRows.ReadAsync(table.CreateDataReader(), new() { LabelColumns = ["rating"] }, Token)).Message);
    }

    [Fact]
    public void Arguments_AreCheckedAtOnce()
    {
        using DataTable table = Table(["label", "text"]);
        DataTableReader reader = table.CreateDataReader();

        Assert.Throws<ArgumentNullException>("reader", () => LabeledTextRows.Read(null!));
        Assert.Throws<ArgumentNullException>("reader", () => LabeledTextRows.ReadAsync(null!, null, Token));
        Assert.Throws<ArgumentException>("LabelColumns", () => LabeledTextRows.Read(reader, new() { LabelColumns = [" "] }));
        Assert.Throws<ArgumentException>("TextColumns", () => LabeledTextRows.ReadAsync(reader, new() { TextColumns = [""] }, Token));
        Assert.Throws<ArgumentException>("TextColumns", () => LabeledTextRows.Read(reader, new() { LabelColumns = ["a"], TextColumns = ["A"] }));
    }

    [Fact]
    public void NoRows_GiveNoTexts()
    {
        using DataTable table = Table(["label", "text"]);

        Assert.Empty(LabeledTextRows.Read(table.CreateDataReader()));
    }

    [Fact]
    public void Rows_AreReadOneByOne()
    {
        var rows = new ForwardOnlyRows(["label", "text"], ["a", "x"], ["b", "y"], ["c", "z"]);

        using IEnumerator<LabeledText> texts = LabeledTextRows.Read(rows).GetEnumerator();
        for (int row = 1; row <= 3; row++)
        {
            Assert.True(texts.MoveNext());
            Assert.Equal(row, rows.RowsRead);
        }

        Assert.False(texts.MoveNext());
        Assert.False(rows.IsClosed);
    }

    [Theory]
    [InlineData("label", "text")]
    [InlineData("text", "label")]
    public async Task Columns_AreReadFromLeftToRight(string first, string second)
    {
        object[] row = first == "label" ? ["a", "x"] : ["x", "a"];

        var rows = new ForwardOnlyRows([first, second], row);
        var again = new ForwardOnlyRows([first, second], row);

        Assert.Equal([new LabeledText("a", "x")], LabeledTextRows.Read(rows));
        Assert.Equal([new LabeledText("a", "x")], await LabeledTextRows.ReadAsync(again, null, Token).ToListAsync(Token));
    }

    [Fact]
    public async Task ReadAsync_WaitsForTheRowsWithoutBlockingAndEndsWhenCancelled()
    {
        using var cancel = new CancellationTokenSource();
        var rows = new ForwardOnlyRows(["label", "text"], ["a", "x"], ["b", "y"]) { IsAsyncOnly = true };
        int read = 0;

        await Assert.ThrowsAsync<OperationCanceledException>(async () =>
        {
            await foreach (LabeledText text in LabeledTextRows.ReadAsync(rows, cancellationToken: cancel.Token))
            {
                read++;
                await cancel.CancelAsync();
            }
        });

        Assert.Equal(1, read);
        Assert.Equal(1, rows.RowsRead);
    }

    [Fact]
    public async Task ReadAsync_TakesTheTokenOfTheEnumerationToo()
    {
        var rows = new ForwardOnlyRows(["label", "text"], ["a", "x"]) { IsAsyncOnly = true };

        await Assert.ThrowsAsync<OperationCanceledException>(
            async () => await LabeledTextRows.ReadAsync(rows, null, Token).ToListAsync(new CancellationToken(canceled: true)));
        Assert.Equal(0, rows.RowsRead);
    }

    private static string Error(DbDataReader reader) =>
        Assert.Throws<InvalidDataException>(() => LabeledTextRows.Read(reader).ToList()).Message;

    private static DataTable Table(string[] columns, params object?[][] rows)
    {
        var table = new DataTable();
        foreach (string column in columns)
            table.Columns.Add(column, typeof(object));
        foreach (object?[] row in rows)
            table.Rows.Add(row);
        return table;
    }
}
