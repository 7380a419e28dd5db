using System.Text;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

public class GuessedLabelsTests
{
    [Fact]
    public void PlainTexts_AreNotTakenForLabelsAndTexts()
    {
        string plain = string.Join('\n', Enumerable.Range(0, 10).Select(line => $"Word{line} and so on"));
        var refused = Assert.Throws<InvalidDataException>(() => Read(plain, new LabeledTextFileOptions()));
        Assert.Equal(
            "texts.txt: the first 10 lines begin with 10 different words, too many for labels. No format was detected, so the first word of each line "
            + "was taken as its label; set LabeledTextFileOptions.Format to the format of the file",
            refused.Message);
        Assert.Equal(10, Read(plain, new LabeledTextFileOptions { Format = LabeledTextFormat.SpaceSeparated }).Length);
    }

    [Fact]
    public void AFewLines_OrLabelsThatComeAgainAreTaken()
    {
        Assert.Equal(9, Read(string.Join('\n', Enumerable.Range(0, 9).Select(line => $"{line} text")), new LabeledTextFileOptions()).Length);
        Assert.Equal(10, Read(string.Join('\n', Enumerable.Range(0, 10).Select(line => $"{line % 5} text")), new LabeledTextFileOptions()).Length);
        Assert.Throws<InvalidDataException>(() => Read(string.Join('\n', Enumerable.Range(0, 10).Select(line => $"{line % 6} text")), new LabeledTextFileOptions()));
    }

    [Fact]
    public void TheFirstThousandLines_DecideWhileTheyAreRead()
    {
        IEnumerable<string> lines = Enumerable.Range(0, 2_000).Select(line => $"{(line < 1_000 ? line % 500 : line)} text");
        Assert.Equal(2_000, Read(string.Join('\n', lines), new LabeledTextFileOptions()).Length);

        var stream = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(0, 2_000).Select(line => $"{line} text"))));
        int read = 0;
        Assert.Throws<InvalidDataException>(() =>
        {
            foreach (LabeledText _ in LabeledTextFile.Read(stream, "texts.txt"))
                read++;
        });
        Assert.Equal(999, read);
    }

    [Theory]
    [InlineData("pos", "neg")]
    [InlineData("(pos)", "(neg)")]
    [InlineData("[not-ok]", "[ok]")]
    public void LabelsBehindTheText_AreNotTakenForItsLastWords(string one, string other)
    {
        string[] begins = ["My room was clean", "The food came late", "I found the staff kind"];
        string content = string.Join('\n', Enumerable.Range(0, 20).Select(line => $"{begins[line % 3]} {(line % 2 == 0 ? one : other)}"));

        var refused = Assert.Throws<InvalidDataException>(() => Read(content, new LabeledTextFileOptions()));

        Assert.Equal(
            $"texts.txt: the first 20 lines end with only 2 different words, such as \"{one}\", which may be the labels. Put the label before the text, or "
            + "separate them with a tab; if the first words are the labels, set LabeledTextFileOptions.Format to SpaceSeparated",
            refused.Message);
        Assert.Equal(20, Read(content.Replace(one, "!", StringComparison.Ordinal), new LabeledTextFileOptions()).Length);
        Assert.Equal(20, Read(content, new LabeledTextFileOptions { Format = LabeledTextFormat.SpaceSeparated }).Length);
    }

    [Fact]
    public void OptionsThatAreChangedLater_ChangeNothing()
    {
        var options = new LabeledTextFileOptions { LabelColumns = ["a"], TextColumns = ["b"] };
        IEnumerable<LabeledText> texts = LabeledTextFile.Read(new MemoryStream("a,b\nspam,Buy now\n"u8.ToArray()), "texts.csv", options);
        (options.LabelColumns, options.TextColumns) = (["b"], ["a"]);

        Assert.Equal([new LabeledText("spam", "Buy now")], texts);
    }

    private static LabeledText[] Read(string content, LabeledTextFileOptions options) =>
        [.. LabeledTextFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(content)), "texts.txt", options)];
}
