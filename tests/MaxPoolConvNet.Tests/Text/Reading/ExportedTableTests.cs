using System.Text;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

/// <summary>Tables as programs and people write them. ¶ stands for a line end, → for a tab, ≡ for six rows of text and label.</summary>
public class ExportedTableTests
{
    private static readonly string[][] _rows =
    [
        ["never again, it broke", "bad"], ["quick and cheap", "good"], ["late once more", "bad"], ["the best in town", "good"], ["so loud at night", "bad"], ["friendly people here", "good"],
    ];

    /// <summary>An index without a name, columns that nobody uses, and the same with tabs.</summary>
    [Theory]
    [InlineData(",text,sentiment", "0,\"{0}\",{1}")] // pandas
    [InlineData("\"\",\"text\",\"label\"", "\"1\",\"{0}\",\"{1}\"")] // R
    [InlineData("text,label,,", "\"{0}\",{1},,")]
    [InlineData("label,note,,,", "{1},\"{0}\",,,")]
    [InlineData("v1,v2,,,", "{1},\"{0}\",,,")]
    [InlineData("| text | label |¶|:-----|------:|", "| {0} | {1} |")] // Markdown
    [InlineData("0,1", "\"{0}\",{1}")]
    [InlineData(",0,1", "0,\"{0}\",{1}")]
    [InlineData("→text→label", "0→{0}→{1}")]
    [InlineData("→words→kind", "0→{0}→{1}", true)]
    public void AHeader_MayHaveBlankNames(string header, string row, bool needsNames = false)
    {
        LabeledTextFileOptions? options = needsNames ? new() { LabelColumns = ["kind"], TextColumns = ["words"] } : null;

        AssertRead($"{header}¶{Rows(row)}", header.StartsWith('→') ? "t.tsv" : "t.csv", options);
    }

    /// <summary>Excel's text files have quotes around a field with a comma.</summary>
    [Theory]
    [InlineData(3, "", false)]
    [InlineData(3, "good→so, la la", true)]
    [InlineData(3, "good→\"so la\"", true)]
    [InlineData(2, "", true)]
    public void BetweenTabs_QuotesAroundEachFieldWithACommaEncloseIt(int commas, string last, bool stay)
    {
        string rows = string.Concat(Enumerable.Range(0, 6).Select(row => row < commas ? $"bad→\"no, not {row}\"¶" : $"good→yes {row}¶"));

        LabeledTexts read = Read($"label→text¶{rows}{last}", "t.txt");

        Assert.Equal(stay ? "\"no, not 0\"" : "no, not 0", read[0].Text);
        Assert.Equal("yes 5", read[5].Text);
    }

    [Theory]
    [InlineData("Customer comment,Issue type", "\"{0}\",{1}")]
    [InlineData("What did you like or dislike about your stay?,Label", "\"{0}\",{1}")]
    [InlineData("Label,Would you ever recommend us to one of your friends?,Text", "{1},yes,\"{0}\"")]
    public void NamesOfAHeader_MayHaveSpaces(string header, string row) => AssertRead($"{header}¶{Rows(row)}", "t.csv");

    [Theory]
    [InlineData("Timestamp,How was your visit?,Please tell us why", "2023/01/01 10:00 GMT+1,{1},\"{0}\"", "How was your visit?", "Please tell us why")]
    [InlineData("Ticket,Kind,What happened?", "7-A,{1},\"{0}\"", "Kind", "What happened?")]
    public void AboveDatesAndNumbers_WordsAreAHeader(string header, string row, string label, string text)
    {
        AssertRead($"{header}¶{Rows(row)}", "t.csv", new() { LabelColumns = [label], TextColumns = [text] });

        Assert.Contains($"in the header \"{header.Replace(",", "\", \"", StringComparison.Ordinal)}\"", ErrorOf($"{header}¶{Rows(row)}"), StringComparison.Ordinal);
    }

    /// <summary>The first row has a rare label.</summary>
    [Theory]
    [InlineData("a fine film with friends,rare label")]
    [InlineData("so good,rare label", "third,another one")]
    public void AFirstRow_IsNoHeader_IfItIsAsLongAsOthers_OrOthersAreRareToo(string first, string? last = null)
    {
        LabeledTexts read = Read($"{first}¶{Rows("\"{0}\",{1}")}{last}", "t.csv");

        Assert.False(read.Form.HasHeader);
        Assert.Equal("rare label", read[0].Label);
    }

    /// <summary>A title, a date or a comment.</summary>
    [Theory]
    [InlineData("Customer feedback,,¶,,¶Date,text,label¶", "2023-01-02,\"{0}\",{1}", 2)]
    [InlineData("Reviews 2023¶¶text,label¶", "\"{0}\",{1}", 1)]
    [InlineData("# exported¶#¶label;text¶", "{1};{0}", 2)]
    [InlineData("Reviews,¶text,label¶", "\"{0}\",{1}", 1)]
    [InlineData("sep=;¶Reviews¶text;label¶", "{0};{1}", 1)]
    [InlineData("Reviews¶text→label¶", "{0}→{1}", 1)]
    public void RowsAboveTheHeader_AreLeftOut(string above, string row, int count)
    {
        foreach (string name in new[] { "t.csv", "t.txt" })
        {
            string content = above + Rows(row);
            AssertRead(content, name);
            Assert.Contains($"header after {count} other row{(count == 1 ? "" : "s")}, label column", Read(content, name).Form.ToString(), StringComparison.Ordinal);
            Assert.Equal(_rows.Select(one => one[0]), TextFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(content.Replace('¶', '\n').Replace('→', '\t'))), name));
        }
    }

    [Fact]
    public void RowsAboveAHeader_AreFoundByTheNamesThatAreGiven()
    {
        string content = $"Feedback of May,,¶Date,Comment,Verdict¶{Rows("2023-01-02,\"{0}\",{1}")}";

        AssertRead(content, "t.csv", new() { LabelColumns = ["verdict"], TextColumns = ["comment"] });
        Assert.StartsWith("t.csv, line 4: two columns for LabelColumns, \"label\" and \"class\"", ErrorOf("A title¶¶and more¶text,label,class¶a,b,c¶"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a,b¶text,label¶")] // more than one field
    [InlineData("a¶b¶c¶d¶e¶f¶g¶h¶i¶j¶text,label¶")] // too far below
    [InlineData("a,¶text,other¶")] // not both names
    public void OtherRowsAboveAHeader_AreNot(string above)
    {
        string form = TryRead(above + Rows("\"{0}\",{1}"));
        Assert.DoesNotContain("other row", form, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0,1¶1,0¶1,1¶")] // like the others
    [InlineData("0,2¶a,b¶a,c¶")] // not those of the columns
    [InlineData("1,2¶a,b¶a,c¶")]
    public void NumbersInTheFirstRow_AreNoHeader(string content) =>
        Assert.False(Read(content, "t.csv").Form.HasHeader);

    [Fact]
    public void AFirstRowThatIsNoHeader_IsShownWhereColumnsAreNotFound() => Assert.EndsWith(
        "by name or by number from 1; \"1\", \"a review that is longer than t…\", \"x y\" wasn't taken for one",
        ErrorOf("1,a review that is longer than thirty characters,\"x\ny\"¶2,b,c¶"),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("\"text\", \"label\"", "\"{0}\", \"{1}\"")]
    [InlineData("text, label", "\"{0}\",   {1}")]
    [InlineData("label, text", "{1}, \"{0}\"")]
    [InlineData("\"text\" , \"label\"", "\"{0}\" , {1}  ")]
    public void SpacesAroundQuotedFields_AreNotPartOfThem(string header, string row) => AssertRead($"{header}¶{Rows(row)}", "t.csv");

    [Fact]
    public void AfterSpaces_AQuoteThatDoesNotEndItsField_IsPartOfIt()
    {
        LabeledTexts read = Read("label,text¶a, \"Avatar\" is \"it\" now¶b, \"Avatar\" or \"it\"¶b, \"open¶a, \"of \"\"two\"\" kinds\"¶", "t.csv");

        Assert.Equal(["\"Avatar\" is \"it\" now", "\"Avatar\" or \"it\"", "\"open", "of \"two\" kinds"], read.Select(text => text.Text));
    }

    [Fact]
    public void ARowWithoutALabel_IsToldByItsLine_AndDoesNotSwapTheColumns()
    {
        string content = $"Feedback,Type¶{Rows("\"{0}\",{1}")}not worth the price,¶";

        Assert.Equal("t.csv, line 8: no label", ErrorOf(content));
    }

    /// <summary>As spreadsheets leave them at the end, and files that were joined with their headers.</summary>
    [Theory]
    [InlineData(",¶ , ¶", "")]
    [InlineData(",,,¶", "")]
    [InlineData("---,:--¶", "")]
    [InlineData("text,label¶", "Text , Label¶")]
    public void RowsWithoutData_AreLeftOut(string between, string after)
    {
        string rows = Rows("\"{0}\",{1}");
        LabeledTexts read = Read($"text,label¶{rows}{between}{rows}{after.ToLowerInvariant()}", "t.csv");

        Assert.Equal(Enumerable.Repeat(_rows, 2).SelectMany(row => row).Select(row => new LabeledText(row[1], row[0])), read);
        Assert.Equal(0, read.SkippedCount);
    }

    [Fact]
    public void ATabInATextBeforeItsLabel_IsRefused()
    {
        Assert.Equal("t.tsv, line 8: 3 fields, expected 2 as in the header", ErrorOf($"text→label¶{Rows("{0}→{1}")}warm→and slow→bad¶", "t.tsv"));
        Assert.Equal("warm→and slow", Read($"label→text¶{Rows("{1}→{0}")}bad→warm→and slow¶", "t.tsv")[^1].Text.Replace('\t', '→'));
    }

    [Theory]
    [InlineData("bad→never again, it broke after two days→so bad")]
    [InlineData("bad→never→again")]
    public void ATabInTheFirstText_MakesNoHeader(string first)
    {
        LabeledTexts read = Read($"{first}¶{Rows("{1}→{0}")}", "t.tsv");

        Assert.False(read.Form.HasHeader);
        Assert.Equal(first[4..], read[0].Text.Replace('\t', '→'));
    }

    private static void AssertRead(string content, string name, LabeledTextFileOptions? options = null)
    {
        LabeledTexts read = Read(content, name, options);

        Assert.True(read.Form.HasHeader, read.Form.ToString());
        Assert.Equal(_rows.Select(row => new LabeledText(row[1], row[0])), read);
    }

    private static string Rows(string form) => string.Concat(_rows.Select(row => string.Format(System.Globalization.CultureInfo.InvariantCulture, form, row) + "¶"));

    private static string ErrorOf(string content, string name = "t.csv") => Assert.Throws<InvalidDataException>(() => Read(content, name)).Message;

    private static string TryRead(string content)
    {
        try
        {
            return Read(content, "t.csv").Form.ToString();
        }
        catch (InvalidDataException refused)
        {
            return refused.Message;
        }
    }

    private static LabeledTexts Read(string content, string name, LabeledTextFileOptions? options = null) =>
        LabeledTextFile.ReadAll(new MemoryStream(Encoding.UTF8.GetBytes(content.Replace('¶', '\n').Replace('→', '\t'))), name, options);
}
