using System.Text;
using CsCheck;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

public class LabeledTextFileCsvTests
{
    [Fact]
    public void Read_UnquotesFields() =>
        Assert.Equal(
            [new LabeledText("a", "one, two\r\n\"three\""), new LabeledText("b", "fo\"ur")],
            Parse("label,text\r\na,\"one, two\r\n\"\"three\"\"\"\r\nb,fo\"ur\r\n\r\n\"c\",\"\"\r\n"));

    [Fact]
    public void Read_TakesTheOtherOfTwoColumns()
    {
        Assert.Equal([new LabeledText("a", "x")], Parse("sentiment,phrase\na,x\n"));
        Assert.Equal([new LabeledText("a", "x")], Parse("intent,Sentence\na,x\n"));
        Assert.Equal([new LabeledText("a", "x")], Parse("p,q\nx,a\n", new() { LabelColumns = ["q"] }));
        Assert.Equal([new LabeledText("a", "x")], Parse("p,q\na,x\n", new() { TextColumns = ["Q"] }));
        Assert.Equal([new LabeledText("a", "x")], Parse("text,phrase\na,x\n", new() { LabelColumns = ["text"] }));
    }

    [Fact]
    public void Read_TakesTheNamedColumns() =>
        Assert.Equal([new LabeledText("a", "x")], Parse("id,text,title,label\n1,t,x,a\n", new() { TextColumns = ["Title"] }));

    [Fact]
    public void Read_ListsTheColumnsWhereItCannotTell()
    {
        const string Hint = "; name them with LabeledTextFileOptions.LabelColumns and TextColumns";
        AssertError(
            "reviews.csv, line 1: can't find the label column in the header \"id\", \"stars\", \"text\"" + Hint,
            "id,stars,text\n");
        AssertError("reviews.csv, line 2: can't find the label column in the header \"a\", \"b\"" + Hint, "\na,b\n");
        AssertError("reviews.csv, line 1: can't find the label column in the header \"a\nb\", \"c\"" + Hint, "\"a\nb\",c\n");
        AssertError("reviews.csv, line 1: can't find the text column in the header \"label\"" + Hint, "label\n");
        AssertError(
            "reviews.csv, line 1: two columns for TextColumns, \"text\" and \"Review\", in the header \"label\", \"text\", \"Review\"" + Hint,
            "label,text,Review\n");
    }

    [Fact]
    public void Read_NamesTheMissingColumn()
    {
        InvalidDataException error = Assert.Throws<InvalidDataException>(() => Parse("id,text\n", new() { LabelColumns = ["stars"] }));
        Assert.Equal("reviews.csv, line 1: no column \"stars\" in the header \"id\", \"text\", named in LabelColumns", error.Message);
    }

    [Fact]
    public void Read_NamesTheLineWithAnotherNumberOfFields()
    {
        AssertError("reviews.csv, line 4: 3 fields, expected 2 as in the header", "label,text\na,\"x\n\"\nb,y,z\n");
        AssertError("reviews.csv, line 2: 1 fields, expected 2 as in the header", "label,text\n\"a\n\"\n");
    }

    [Fact]
    public void Read_NamesTheLineWhereAQuoteWasOpened() =>
        AssertError("reviews.csv, line 3: a quote is opened here and never closed", "label,text\na,x\nb,\"y\nc,z\n");

    [Fact]
    public void Read_NamesTheLineWithTextAfterAClosingQuote() =>
        AssertError("reviews.csv, line 2: 'z' after a closing quote, expected a comma or the end of the line", "label,text\na,\"x\ny\"z\n");

    [Fact]
    public void Read_NamesTheLineWithoutALabel() => AssertError("reviews.csv, line 2: no label", "label,text\n ,x\n");

    [Fact]
    public void Read_RefusesAHeaderAlone() => AssertError("reviews.csv: no labeled text in the file", "label,text\n\n");

    [Fact]
    public void Read_ReadsBackWhatWasQuoted()
    {
        Gen<string> field = Gen.String[Gen.Char["ab \",\r\n\t\u0085\u00E9"], 0, 8];
        Gen<string> filled = field.Where(one => one.Trim().Length > 0);
        Gen.Select(filled, filled).Array[1, 5].Sample(rows =>
        {
            string content = "text,label\n" + string.Concat(rows.Select(row => $"{Quote(row.Item2)},{Quote(row.Item1)}\r\n"));
            Assert.Equal(rows.Select(row => new LabeledText(row.Item1.Trim(), row.Item2.Trim())), Parse(content));
        });
    }

    private static string Quote(string field) => "\"" + field.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    private static IReadOnlyList<LabeledText> Parse(string content, LabeledTextFileOptions? options = null) =>
        [.. LabeledTextFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(content)), "reviews.csv", options)];

    private static void AssertError(string message, string content) =>
        Assert.Equal(message, Assert.Throws<InvalidDataException>(() => Parse(content)).Message);
}
