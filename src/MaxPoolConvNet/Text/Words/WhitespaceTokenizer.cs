namespace MaxPoolConvNet.Text;

/// <summary>Splits at white space and at nothing else, and leaves the words as they stand: for texts that are tokenized
/// already.</summary>
/// <remarks>White space is what <see cref="char.IsWhiteSpace(char)"/> says it is. Thread-safe.</remarks>
public sealed class WhitespaceTokenizer : ITokenizer
{
    /// <summary>The tokenizer; it has no options, so one serves all.</summary>
    public static WhitespaceTokenizer Default { get; } = new();

    /// <inheritdoc/>
    public void Tokenize(ReadOnlySpan<char> text, TokenBuffer tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        int at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }
            int start = at;
            while (at < text.Length && !char.IsWhiteSpace(text[at]))
                at++;
            int length = at - start;
            text.Slice(start, length).CopyTo(tokens.Reserve(length));
            tokens.Commit(start, length, length);
        }
    }
}
