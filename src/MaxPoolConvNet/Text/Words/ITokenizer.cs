namespace MaxPoolConvNet.Text;

/// <summary>Splits a text into words.</summary>
/// <remarks>
/// Implementations are thread-safe: all threads that use a model share its tokenizer. The tokens depend only on the text, not on the
/// computer's culture.
/// </remarks>
public interface ITokenizer
{
    /// <summary>Appends the tokens of a text in the order of the text, then tokens without a position of their own.</summary>
    /// <remarks>Windows move over the tokens in this order.</remarks>
    /// <param name="text">The text; may be empty.</param>
    /// <param name="tokens">Receives the tokens, after those that it already contains; clear it before a new text.</param>
    /// <exception cref="ArgumentNullException"><paramref name="tokens"/> is null.</exception>
    void Tokenize(ReadOnlySpan<char> text, TokenBuffer tokens);
}
