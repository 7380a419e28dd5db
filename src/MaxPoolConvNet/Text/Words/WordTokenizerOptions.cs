namespace MaxPoolConvNet.Text;

/// <summary>How a <see cref="WordTokenizer"/> splits.</summary>
/// <remarks>Immutable, so safe to share between threads.</remarks>
public sealed record WordTokenizerOptions
{
    /// <summary>
    /// Whether words are brought to lower case, by the rules of the invariant culture wherever the program runs.
    /// Default: <see langword="true"/>.
    /// </summary>
    public bool LowerCase { get; init; } = true;
}
