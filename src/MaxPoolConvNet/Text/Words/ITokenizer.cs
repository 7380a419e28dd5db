namespace MaxPoolConvNet.Text;

/// <summary>Splits a text into words.</summary>
/// <remarks>Implementations are thread-safe: a model that many threads read has one tokenizer. They depend on the text alone, not on the
/// culture of the computer.</remarks>
public interface ITokenizer
{
    /// <summary>Appends the tokens of a text, in the order in which windows go over them: the order of the text, and what stands for no place of
    /// its own behind.</summary>
    /// <param name="text">The text; may be empty.</param>
    /// <param name="tokens">Where the tokens are appended. What it holds already stays; clear it before a new text.</param>
    /// <exception cref="ArgumentNullException"><paramref name="tokens"/> is null.</exception>
    void Tokenize(ReadOnlySpan<char> text, TokenBuffer tokens);
}
