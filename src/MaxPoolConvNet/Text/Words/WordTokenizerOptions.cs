namespace MaxPoolConvNet.Text;

/// <summary>How a <see cref="WordTokenizer"/> splits. Copied where it is taken.</summary>
public sealed record WordTokenizerOptions
{
    /// <summary>
    /// Whether words are brought to lower case, by the rules of the invariant culture wherever the program runs.
    /// Default: <see langword="true"/>.
    /// </summary>
    public bool LowerCase { get; set; } = true;
}
