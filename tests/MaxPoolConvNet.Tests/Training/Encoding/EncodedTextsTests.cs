using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests.Training.Encoding;

public class EncodedTextsTests
{
    private static readonly LabeledText[] _texts = [new("a", "one two"), new("b", "two two"), new("a", "other"), new("b", "")];

    [Theory]
    [InlineData(UnknownWords.OneId, 2)]
    [InlineData(UnknownWords.Skip, 2)]
    public void TextsWithoutAKnownWord_AreCounted(UnknownWords unknown, int expected)
    {
        var encoder = new TextEncoder(WhitespaceTokenizer.Default, Vocabulary.FromWords(["one", "two"], unknown));

        var encoded = new EncodedTexts(_texts, encoder, new LabelSet(["a", "b"]), "training");

        Assert.Equal(expected, encoded.WithoutWords);
        Assert.Equal(unknown == UnknownWords.OneId ? 5 : 4, encoded.WordCount);
    }
}
