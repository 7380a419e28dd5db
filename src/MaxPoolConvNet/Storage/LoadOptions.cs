using MaxPoolConvNet.Text;

namespace MaxPoolConvNet;

/// <summary>What a classifier needs that its file doesn't contain.</summary>
public sealed record LoadOptions
{
    /// <summary>
    /// The tokenizer, if the model was trained with a custom one. The default is <see langword="null"/>: it has one of the library's own.
    /// </summary>
    public ITokenizer? Tokenizer { get; set; }

    /// <summary>
    /// Returns the word vectors that the file refers to, if it was saved with <see cref="SaveOptions.ReferencedVectors"/>. The default is
    /// <see langword="null"/>: only files that contain their vectors can be loaded.
    /// </summary>
    /// <remarks>
    /// Called at most once, with the name in the file, which is the <see cref="WordVectors.Name"/> of the vectors. Returns
    /// <see langword="null"/> for a name that it doesn't know.
    /// </remarks>
    public Func<string, WordVectors?>? FindVectors { get; set; }
}
