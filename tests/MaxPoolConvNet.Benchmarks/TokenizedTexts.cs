using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Benchmarks;

/// <summary>The same words for both sides: texts as tokens with a space between them.</summary>
internal static class TokenizedTexts
{
    public static IReadOnlyList<LabeledText> Of(IReadOnlyList<LabeledText> texts)
    {
        var tokens = new TokenBuffer();
        return
        [
            .. texts.Select(text =>
            {
                tokens.Clear();
                WordTokenizer.Default.Tokenize(text.Text, tokens);
                return text with { Text = string.Join(' ', Enumerable.Range(0, tokens.Count).Select(at => tokens.Word(at).ToString())) };
            }),
        ];
    }
}
