using System.ComponentModel.DataAnnotations;

namespace MaxPoolConvNet.Text;

/// <summary>How <see cref="WordVectorFile"/> reads; checked where they are passed to it.</summary>
public sealed record WordVectorFileOptions
{
    /// <summary>How the file writes its vectors. Default: <see cref="WordVectorFormat.Detect"/>.</summary>
    public WordVectorFormat Format { get; set; } = WordVectorFormat.Detect;

    /// <summary>
    /// The words to keep, such as <see cref="Vocabulary.Words"/>; compared ordinally, no word null. They are copied when a file is read.
    /// Default: <see langword="null"/>, which keeps all words.
    /// </summary>
    public IReadOnlyCollection<string>? Words { get; set; }

    /// <summary>
    /// How many numbers each vector is to have, from 1 to 100,000; a file with another number is an error.
    /// Default: <see langword="null"/>, which takes what the file has.
    /// </summary>
    [Range(1, WordVectors.MaximumDimension)]
    public int? Dimension { get; set; }

    internal void Check()
    {
        OptionRange.CheckAll(this);
        if (Words is not null && Words.Any(word => word is null))
            throw new ArgumentException("A word is null.", nameof(Words));
    }
}
