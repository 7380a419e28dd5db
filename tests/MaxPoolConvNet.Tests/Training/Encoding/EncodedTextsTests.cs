using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests.Training.Encoding;

public class EncodedTextsTests
{
    private static readonly LabeledText[] _texts = [new("a", "one two"), new("b", "two two"), new("a", "other"), new("b", "")];

    [Theory]
    [InlineData(UnknownWords.OneId, 5)]
    [InlineData(UnknownWords.Skip, 4)]
    public void TextsWithoutAKnownWord_AreCounted(UnknownWords unknown, int words)
    {
        var encoder = new TextEncoder(WhitespaceTokenizer.Default, Vocabulary.FromWords(["one", "two"], unknown));

        var encoded = new EncodedTexts(_texts, encoder, new LabelSet(["a", "b"]), "training");

        Assert.Equal((2, words), (encoded.WithoutWords, encoded.WordCount));
    }
}
