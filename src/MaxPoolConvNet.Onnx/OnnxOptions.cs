namespace MaxPoolConvNet.Onnx;

/// <summary>Options of an ONNX model. They are checked when they are used.</summary>
public sealed record OnnxOptions
{
    /// <summary>What the model takes. The default is <see cref="OnnxInput.Tokens"/>.</summary>
    public OnnxInput Input { get; set; }

    /// <summary>
    /// Whether filters over an embedding stay a product of word vectors and filters. The default is <see langword="false"/>: the products
    /// are computed in advance, and a text's responses are sums of table rows, which is faster.
    /// </summary>
    /// <remarks>
    /// Tables have 4 bytes for each word and filter entry: 96 MB for 20,000 words and 3 × 100 filters of widths 3, 4 and 5. The word
    /// vectors alone have 24 MB at 300 entries. Filters over one-hot words are tables already; a classifier without an embedding can't be
    /// factored.
    /// </remarks>
    public bool Factored { get; set; }

    internal void Check()
    {
        if (Input is not (OnnxInput.Tokens or OnnxInput.Ids))
        {
            throw new ArgumentOutOfRangeException(
                nameof(Input), Input, $"the input of an ONNX model is {Input}; {OnnxInput.Tokens} or {OnnxInput.Ids} was expected");
        }
    }
}
