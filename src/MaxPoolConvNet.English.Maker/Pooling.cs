namespace MaxPoolConvNet.English;

/// <summary>How an encoder's vectors of the pieces of a text become the vector of the text.</summary>
internal enum Pooling
{
    /// <summary>Their mean, with those of [CLS] and [SEP].</summary>
    Mean,

    /// <summary>The first, that of [CLS].</summary>
    First,
}
