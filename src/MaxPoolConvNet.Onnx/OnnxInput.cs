namespace MaxPoolConvNet.Onnx;

/// <summary>The input of an ONNX model.</summary>
public enum OnnxInput
{
    /// <summary>
    /// Words, as the classifier's tokenizer splits texts: a tensor of strings named <see cref="OnnxNames.Tokens"/>. The model looks up
    /// their ids.
    /// </summary>
    Tokens,

    /// <summary>
    /// Word ids, as <see cref="Text.Vocabulary.GetId"/> returns them: a tensor of 64-bit integers named <see cref="OnnxNames.Ids"/>. The
    /// model doesn't contain the words.
    /// </summary>
    Ids,
}
