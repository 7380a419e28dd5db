using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests;

/// <summary>What a tokenizer makes of a text, for tests to compare.</summary>
internal static class Tokenized
{
    public static string[] Words(ITokenizer tokenizer, string text)
    {
        TokenBuffer tokens = new();
        tokenizer.Tokenize(text, tokens);
        return [.. Enumerable.Range(0, tokens.Count).Select(i => tokens.Word(i).ToString())];
    }

    public static Token[] Tokens(ITokenizer tokenizer, string text)
    {
        TokenBuffer tokens = new();
        tokenizer.Tokenize(text, tokens);
        return [.. Enumerable.Range(0, tokens.Count).Select(i => tokens[i])];
    }
}
