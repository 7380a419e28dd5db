namespace MaxPoolConvNet.Text;

/// <summary>How <see cref="WordVectorFile"/> reads; checked where they are passed to it.</summary>
/// <remarks>Immutable, so safe to share between threads as long as nobody changes the collection in <see cref="Words"/>.</remarks>
public sealed record WordVectorFileOptions
{
    /// <summary>How the file writes its vectors. Default: <see cref="WordVectorFormat.Detect"/>.</summary>
    public WordVectorFormat Format { get; init; } = WordVectorFormat.Detect;

    /// <summary>
    /// The words to keep, such as <see cref="Vocabulary.Words"/>; compared ordinally, no word null. They are copied when a file is read.
    /// Default: <see langword="null"/>, which keeps all words.
    /// </summary>
    public IReadOnlyCollection<string>? Words { get; init; }

    /// <summary>
    /// How many numbers each vector is to have, from 1 to 100,000; a file with another number is an error.
    /// Default: <see langword="null"/>, which takes what the file has.
    /// </summary>
    public int? Dimension { get; init; }

    internal void Check()
    {
        if (!Enum.IsDefined(Format))
            throw new ArgumentOutOfRangeException(nameof(Format), Format, "Not a format of word vectors.");
        if (Words is not null && Words.Any(word => word is null))
            throw new ArgumentException("A word is null.", nameof(Words));
        if (Dimension is < 1 or > WordVectors.MaximumDimension)
        {
            throw new ArgumentOutOfRangeException(
                nameof(Dimension), Dimension, $"Expected a dimension from 1 to {WordVectors.MaximumDimension}.");
        }
    }
}
