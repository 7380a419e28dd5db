using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Benchmarks;

/// <summary>The same words for all sides: texts as tokens with a space between them.</summary>
internal static class TokenizedTexts
{
    public static IReadOnlyList<LabeledText> Of(IReadOnlyList<LabeledText> texts) =>
        [.. texts.Zip(Of(texts.Select(text => text.Text)), (text, words) => text with { Text = words })];

    public static IEnumerable<string> Of(IEnumerable<string> texts)
    {
        var tokens = new TokenBuffer();
        foreach (string text in texts)
        {
            tokens.Clear();
            WordTokenizer.Default.Tokenize(text, tokens);
            yield return string.Join(' ', Enumerable.Range(0, tokens.Count).Select(at => tokens.Word(at).ToString()));
        }
    }
}
