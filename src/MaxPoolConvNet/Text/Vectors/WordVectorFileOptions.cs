using System.ComponentModel.DataAnnotations;

namespace MaxPoolConvNet.Text;

/// <summary>How <see cref="WordVectorFile"/> reads a file. Validated when they are used.</summary>
public sealed record WordVectorFileOptions
{
    /// <summary>The format of the file. The default is <see cref="WordVectorFormat.Detect"/>.</summary>
    public WordVectorFormat Format { get; set; } = WordVectorFormat.Detect;

    /// <summary>The words to keep, such as <see cref="Vocabulary.Words"/>. The default is <see langword="null"/>: all words.</summary>
    /// <remarks>Compared ordinally; no word may be null. Copied when a file is read.</remarks>
    public IReadOnlyCollection<string>? Words { get; set; }

    /// <summary>The expected length of each vector. The default is <see langword="null"/>: the length found in the file.</summary>
    /// <remarks>From 1 to 100,000. A file with vectors of another length is an error.</remarks>
    [Range(1, WordVectors.MaximumDimension)]
    public int? Dimension { get; set; }

    internal void Check()
    {
        OptionRange.CheckAll(this);
        if (Words is not null && Words.Any(word => word is null))
            throw new ArgumentException("A word is null.", nameof(Words));
    }
}
