using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

/// <summary>What the first rows of a table say about its columns, on both sides of each limit. Fields are separated by bars.</summary>
public class ColumnContentTests
{
    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, null)]
    [InlineData(false, 0, "a|x", "b|y")]
    [InlineData(true, null, "a|x", "b|y", "a|z")]
    [InlineData(true, 0, "a|x", "b|y", "a|z", "b|w")]
    [InlineData(true, 0, "xx|", "b|y")]
    [InlineData(true, null, "xx", "b|y")]
    [InlineData(true, 1, "x|a", "y|a", "z|b", "w|b", "v|")]
    [InlineData(true, 0, "x|a", "y|a", "z|b", "v|")]
    [InlineData(false, 0, "xxxxx|", "xxxxx|a", "y|b", "z|c", "w|d")]
    [InlineData(false, 1, "x|a", "y|a", "z|b", "w|b")]
    [InlineData(false, 0, "x|a", "y|a", "z|b")]
    [InlineData(false, 0, "x|a", "y|a", "z|b", "w|c")]
    [InlineData(false, 1, "xxx|a", "yyy|a", "zzz|b")]
    [InlineData(false, 1, "xxx|a", "yyy|b", "zzz|c")]
    [InlineData(false, 0, "xx|a", "yy|b", "zz|c")]
    [InlineData(false, 0, "xxx|a", "xxx|b", "zzz|c")]
    public void TheLabelOfTwoColumns_ComesAgainOrIsShort(bool hasHeader, int? expected, params string[] rows) =>
        Assert.Equal(expected, Content(rows).LabelOfTwo(hasHeader));

    [Fact]
    public void TheLongestColumn_HasTheMostCharacters()
    {
        Assert.Null(Content().Longest(2));
        Assert.Null(Content("a|b").Longest(0));
        Assert.Equal(1, Content("aaa|b|c", "a|bbbbb|c", "a").Longest(3));
        Assert.Equal(0, Content("aa|bb").Longest(2));
    }

    [Theory]
    [InlineData(1, "a|one two", "b|three four")]
    [InlineData(1, "a|one two three", "b|four")]
    [InlineData(null, "a|one two", "b|three")]
    [InlineData(1, "a|one two|xx", "b|three four|xxx")]
    [InlineData(null, "a|one two|xxx", "b|three four|xxx xx")]
    [InlineData(2, "a|x|one two", "b", "a|y|three four five")]
    [InlineData(null)]
    public void TheOnlyText_HasWordsAndThreeTimesTheCharactersOfOthers(int? expected, params string[] rows) =>
        Assert.Equal(expected, Content(rows).OnlyText(rows.Length == 0 ? 2 : rows[0].Split('|').Length, [0]));

    [Fact]
    public void WithoutOtherColumns_ThereIsNoText() => Assert.Null(Content("one two", "three four").OnlyText(1, [0]));

    [Theory]
    [InlineData("1,2", "t|0|1", "u|1|1", "v|0|0")]
    [InlineData("", "t|0|1", "u|1|1")]
    [InlineData("", "t|0|1", "u|1|1", "v|0|2")]
    [InlineData("1,3", "t|0|1|1", "u|1|1|0", "v|0|00|0")]
    [InlineData("1,2", "t|0|1", "u|1|1", "v|0|0", "w")]
    [InlineData("", "t|0", "u|1", "v|0", "w|1")]
    public void Marks_AreSeveralColumnsOfNothingButZeroAndOne(string expected, params string[] rows) =>
        Assert.Equal(expected, string.Join(',', Content(rows).Marks(rows[0].Split('|').Length, [0])));

    [Fact]
    public void ATextColumn_IsNoMark() => Assert.Equal([0, 2], Content("0|1|1", "1|1|1", "0|0|0").Marks(3, [1]));

    private static ColumnContent Content(params string[] rows) => new([.. rows.Select(row => row.Split('|'))]);
}
