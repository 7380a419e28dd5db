using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet;

/// <summary>Options of saving a classifier. They are checked when they are used.</summary>
public sealed record SaveOptions
{
    /// <summary>
    /// The format of the filters' weights and the embedding. The default is <see langword="null"/>: the format in which the classifier has
    /// them, 8 bits if it is compact (see <see cref="TextClassifier.Compaction"/>), else single precision.
    /// </summary>
    /// <remarks>
    /// By default and in single precision, the loaded classifier makes the same predictions, bit for bit; other programs read single
    /// precision without decoding. 8 bits are for compact classifiers alone. In 16 bits, the file is half as large as in single precision,
    /// and the weights are rounded. A classifier loaded from either has full weights; <see cref="TextClassifier.Compact"/> makes it compact
    /// again. V and the biases, which are small, are always stored in single precision.
    /// </remarks>
    public WeightFormat? WeightFormat { get; set; }

    /// <summary>
    /// The word vectors that the classifier was trained with, if the file refers to them instead of containing them. The default is
    /// <see langword="null"/>: the file has the vectors of all its words, and needs nothing else.
    /// </summary>
    /// <remarks>
    /// The file has the name of the vectors and a checksum of those it refers to; <see cref="LoadOptions.FindVectors"/> returns the same
    /// vectors when it is loaded. It refers to the vector of each word that is listed with exactly that vector, and contains the
    /// vectors of other words. Only static vectors can be referred to.
    /// </remarks>
    public WordVectors? ReferencedVectors { get; set; }

    /// <summary>
    /// Further facts about the model, such as its training data: strings by name, which <see cref="TextClassifier.Metadata"/> returns.
    /// The default is <see langword="null"/>: the classifier's own metadata is kept. Copied when set.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Metadata
    {
        get;
        set => field = value?.ToFrozenDictionary(StringComparer.Ordinal);
    }

    internal void Check()
    {
        OptionRange.CheckAll(this);
        foreach ((string name, string value) in Metadata ?? FrozenDictionary<string, string>.Empty)
        {
            if (value is null) throw new ArgumentException($"the metadata of '{name}' is null", nameof(Metadata));
            if (!IsText(name) || !IsText(value))
                throw new ArgumentException($"the metadata of '{name}' has a lone surrogate; valid Unicode was expected", nameof(Metadata));
        }
    }

    private static bool IsText(ReadOnlySpan<char> characters)
    {
        while (Rune.DecodeFromUtf16(characters, out _, out int length) == OperationStatus.Done)
            characters = characters[length..];
        return characters.IsEmpty;
    }
}
