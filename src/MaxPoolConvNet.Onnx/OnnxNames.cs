namespace MaxPoolConvNet.Onnx;

/// <summary>The names of the inputs and outputs of an ONNX model, and what pads texts in a batch.</summary>
public static class OnnxNames
{
    /// <summary>The input of a model with <see cref="OnnxInput.Tokens"/>: strings, texts × words.</summary>
    public const string Tokens = "tokens";

    /// <summary>The input of a model with <see cref="OnnxInput.Ids"/>: 64-bit integers, texts × words.</summary>
    public const string Ids = "ids";

    /// <summary>An output: the probability of each label in single precision, texts × labels, labels in ordinal order.</summary>
    public const string Probabilities = "probabilities";

    /// <summary>An output: the most probable label of each text, as strings.</summary>
    public const string Label = "label";

    /// <summary>
    /// An output of classifiers with several labels per text: strings, texts × labels. An entry is the label if its probability is at least
    /// 0.5, else empty.
    /// </summary>
    public const string Labels = "labels";

    /// <summary>The token that pads texts to the length of the longest one in the batch: the empty string.</summary>
    public const string PaddingToken = "";

    /// <summary>
    /// The id that pads texts to the length of the longest one in the batch: −1. Like every id that the vocabulary doesn't have, it is left
    /// out, wherever it is in a text.
    /// </summary>
    public const long PaddingId = -1;
}
