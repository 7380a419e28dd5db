using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Fuzz;

/// <summary>What every tokenizer promises for any text.</summary>
internal static class Tokenizing
{
    private static readonly ITokenizer[] _tokenizers =
    [
        new WordTokenizer(), new WordTokenizer(new WordTokenizerOptions { LowerCase = false }), new WordTokenizer(new WordTokenizerOptions { RulesVersion = 1 }),
        new SubwordTokenizer(), new SubwordTokenizer(2), new WhitespaceTokenizer(),
    ];

    public static void Check(string text)
    {
        foreach (ITokenizer tokenizer in _tokenizers)
        {
            var tokens = new TokenBuffer();
            tokenizer.Tokenize(text, tokens);
            int end = 0;
            for (int t = 0; t < tokens.Count; t++)
            {
                Token token = tokens[t];
                if (token.Length < 1 || token.Start + token.Length > text.Length || tokens.Word(t).IsEmpty)
                    throw new BrokenPromiseException($"{tokenizer}: token {t} is {token} of a text of {text.Length} characters, with the word '{tokens.Word(t)}'");
                if (tokenizer is not SubwordTokenizer && token.Start < end)
                    throw new BrokenPromiseException($"{tokenizer}: token {t} begins at {token.Start}, before the last one ends at {end}");
                end = token.Start + token.Length;
            }
        }
    }
}
