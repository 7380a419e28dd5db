using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace MaxPoolConvNet;

/// <summary>How a classifier is saved. Checked where it is taken.</summary>
public sealed record SaveOptions
{
    /// <summary>
    /// How the filters' weights and the embedding are kept; those of V and biases, which take little room, are always in single precision. The
    /// default is <see cref="WeightFormat.Float32"/>: the classifier predicts the same to the bit. In 16 bits the file is half as large.
    /// </summary>
    public WeightFormat WeightFormat { get; set; } = WeightFormat.Float32;

    /// <summary>
    /// What else is to be known of the model, such as what it was trained on: strings by name, which <see cref="TextClassifier.Metadata"/> gives
    /// back. Null, the default, keeps those that the classifier has. Copied when set.
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
                throw new ArgumentException($"the metadata of '{name}' has half of a surrogate pair, which the file can't keep", nameof(Metadata));
        }
    }

    private static bool IsText(ReadOnlySpan<char> characters)
    {
        while (Rune.DecodeFromUtf16(characters, out _, out int length) == OperationStatus.Done)
            characters = characters[length..];
        return characters.IsEmpty;
    }
}
