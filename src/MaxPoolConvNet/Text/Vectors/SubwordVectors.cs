namespace MaxPoolConvNet.Text;

/// <summary>Gives zeros to sub-words, so that filters over vectors respond to words alone.</summary>
/// <remarks>Filters over vectors of sub-words, or over random numbers in their place, do worse than without sub-words.</remarks>
/// <param name="others">Composes the vectors of other words; null if they have none.</param>
internal sealed class SubwordVectors(IWordComposer? others) : IWordComposer
{
    public bool TryCompose(ReadOnlySpan<char> word, WordVectors vectors, Span<float> vector) =>
        SubwordTokenizer.IsSubword(word) || (others is not null && others.TryCompose(word, vectors, vector));
}
