using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

/// <summary>When labels are doubted, and from which numbers on.</summary>
public class LabelDoubtTests
{
    private const string Begin = "these don't look like labels: ";

    [Theory]
    [InlineData(9, 9, false)] // fewer than ten texts say nothing
    [InlineData(10, 6, true)]
    [InlineData(10, 5, false)]
    public void LabelsThatNoOtherTextHas_AreDoubtedIfMoreThanHalfOfTheTextsHaveOne(int texts, int once, bool doubted) => Assert.Equal(
        doubted ? Begin + $"\"once0\", \"once1\", \"once2\", …; {once} of {texts} texts have a label that no other has" : null,
        Of([.. Enumerable.Range(0, texts).Select(text => text < once ? $"once{text}" : "often")]));

    [Theory]
    [InlineData("{a", "}")]
    [InlineData("[{a", "[{b")]
    [InlineData("[\"a", "[\"b")]
    [InlineData("['a', 'b']", "['b']")]
    public void PiecesOfJson_AreDoubted(string one, string other) =>
        Assert.Equal($"{Begin}\"{one}\", \"{other}\"; they look like pieces of JSON", Of(Repeated(one, other)));

    [Theory]
    [InlineData("text", "Label", true)]
    [InlineData("- text", "label", true)]
    [InlineData("title", "label:", false)]
    [InlineData("text", "other", false)]
    public void NamesOfColumns_AreDoubtedIfAllAreSome(string one, string other, bool doubted) =>
        Assert.Equal(doubted ? $"{Begin}\"{one}\", \"{other}\"; they look like names of columns" : null, Of(Repeated(one, other)));

    [Theory]
    [InlineData("\"a\"", "b", true)]
    [InlineData("'a'", "'b'", true)]
    [InlineData("'a'", "b", false)]
    [InlineData("\"\"", "''", false)]
    [InlineData("\"a", "a\"", false)]
    public void QuotesAroundLabels_AreDoubted(string one, string other, bool doubted) =>
        Assert.Equal(doubted ? $"{Begin}\"{one}\", \"{other}\"; they have quotes around them" : null, Of(Repeated(one, other)));

    [Fact]
    public void HalfOfThem_AreNotMost() => Assert.Null(Of(Repeated("{a", "b")));

    [Theory]
    [InlineData("one two three four five six", true)]
    [InlineData("one two three four five", false)]
    public void Sentences_HaveSixWords(string label, bool doubted) =>
        Assert.Equal(doubted ? $"{Begin}\"{label}\"; they look like sentences" : null, Of(Repeated(label)));

    [Fact]
    public void ThreeLabels_AreAllShown()
    {
        const string Words = "one two three four five";
        Assert.Equal($"{Begin}\"{Words} 1\", \"{Words} 2\", \"{Words} 3\"; they look like sentences", Of(Repeated($"{Words} 1", $"{Words} 2", $"{Words} 3")));
    }

    [Theory]
    [InlineData(40, "")]
    [InlineData(41, "…")]
    public void ALongLabel_IsCut(int length, string end)
    {
        string label = "a b c d e f g h ".PadRight(length, 'x');
        Assert.Equal($"{Begin}\"{label[..40]}{end}\"; they look like sentences", Of(Repeated(label)));
    }

    [Theory]
    [InlineData(11, true)]
    [InlineData(10, false)]
    public void ManyDecimals_AreDoubted(int count, bool doubted)
    {
        string[] labels = [.. Enumerable.Range(0, count).Select(number => FormattableString.Invariant($"{number + 0.5:F1}"))];
        Assert.Equal(doubted ? Begin + $"\"0.5\", \"1.5\", \"2.5\", …; they are {count} different decimals" : null, Of(Repeated(labels)));
    }

    [Fact]
    public void ManyWholeNumbersAndVersions_AreNot()
    {
        Assert.Null(Of(Repeated([.. Enumerable.Range(0, 12).Select(number => $"{number}")])));
        Assert.Null(Of(Repeated([.. Enumerable.Range(0, 12).Select(number => $"v{number}.x")])));
    }

    [Theory]
    [InlineData('|')]
    [InlineData(';')]
    [InlineData(',')]
    public void SeveralLabelsInOne_AreDoubted(char separator) => Assert.EndsWith(
        $"; they look like several labels with '{separator}' between them",
        Of(Repeated("a", "b", $"a{separator}b", $"b{separator} a")),
        StringComparison.Ordinal);

    [Fact]
    public void ASeparatorThatLeavesAsManyLabels_IsPartOfThem() => Assert.Null(Of(Repeated("rather good, really", "bad")));

    // each text has the next label, three rounds of them: none occurs once
    private static string[] Repeated(params string[] labels) =>
        [.. Enumerable.Range(0, Math.Max(12, 3 * labels.Length)).Select(text => labels[text % labels.Length])];

    private static string? Of(string[] labels) => LabelDoubt.Of([.. labels.Select(label => new LabeledText(label, "something"))]);
}
