using System.Text;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

/// <summary>The fields of a record, by plain lines and by lines with quotes, which are parsed in different ways.</summary>
public class CsvRecordTests
{
    [Theory]
    [InlineData("a,,b", new[] { "a", "", "b" })]
    [InlineData("a,b,", new[] { "a", "b", "" })]
    [InlineData(",a", new[] { "", "a" })]
    [InlineData(",", new[] { "", "" })]
    [InlineData(",,", new[] { "", "", "" })]
    [InlineData("a,,\"b\"", new[] { "a", "", "b" })]
    [InlineData("\"a\",,b", new[] { "a", "", "b" })]
    [InlineData("\"a\",\"\",b", new[] { "a", "", "b" })]
    [InlineData("\"a\",b,", new[] { "a", "b", "" })]
    [InlineData("a,\"b\",", new[] { "a", "b", "" })]
    [InlineData(",\"\"", new[] { "", "" })]
    [InlineData("\"\",", new[] { "", "" })]
    [InlineData("\"a,\"\"b\",c\"d", new[] { "a,\"b", "c\"d" })]
    public void Read_KeepsEmptyFields(string line, string[] fields) => Assert.Equal([fields], Records(line));

    [Fact]
    public void Read_AfterARecordWithQuotes_BeginsAnew() =>
        Assert.Equal([["a\nb", ""], ["", "c"], ["d", "", ""], ["e"]], Records("\"a\nb\",\n,c\nd,\"\",\ne"));

    [Theory]
    [InlineData("a,b,c,,", new[] { "a", "b,c,," })]
    [InlineData("\"a\",b,\"c\",", new[] { "a", "b,\"c\"," })]
    [InlineData("a,", new[] { "a", "" })]
    public void Read_LeavesSeparatorsInTheLastOfTheMostFields(string line, string[] fields) => Assert.Equal([fields], Records(line, most: 2));

    [Fact]
    public void Fields_AfterAnErrorInAQuote_AreNotOfTheNextRecord() => Assert.Equal(
        "t, line 2: 'x' after a closing quote, expected a comma or the end of the line",
        Assert.Throws<InvalidDataException>(() => Records("a\n\"b\"x")).Message);

    private static string[][] Records(string content, int most = int.MaxValue)
    {
        var lines = new LineReader(new MemoryStream(Encoding.UTF8.GetBytes(content)), "t");
        var record = new CsvRecord(',', most: most);
        List<string[]> records = [];
        while (lines.Read())
        {
            record.Read(lines);
            records.Add([.. Enumerable.Range(0, record.Count).Select(field => record[field].ToString())]);
        }

        return [.. records];
    }
}
