namespace MaxPoolConvNet.Text;

/// <summary>Makes vectors of words that word vectors don't list, such as from the pieces of the word.</summary>
/// <remarks>Must be thread-safe, and give the same vector for the same word each time.</remarks>
public interface IWordComposer
{
    /// <summary>Makes the vector of a word.</summary>
    /// <param name="word">The word, as the tokenizer writes it; not empty.</param>
    /// <param name="vectors">The word vectors that don't list it.</param>
    /// <param name="vector">Receives the vector. Its length is the vectors' <see cref="WordVectors.Dimension"/>. All entries are 0 first.</param>
    /// <returns>False if the word has no vector.</returns>
    bool TryCompose(ReadOnlySpan<char> word, WordVectors vectors, Span<float> vector);
}
