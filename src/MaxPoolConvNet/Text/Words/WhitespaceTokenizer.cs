namespace MaxPoolConvNet.Text;

/// <summary>Splits at white space only and leaves words unchanged: for texts that are already tokenized.</summary>
/// <remarks>White space is defined by <see cref="char.IsWhiteSpace(char)"/>. Thread-safe.</remarks>
public sealed class WhitespaceTokenizer : ITokenizer
{
    /// <summary>The single instance; it has no options.</summary>
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
