namespace MaxPoolConvNet.Networks;

/// <summary>Where a text's windows of k words begin.</summary>
/// <remarks>A text shorter than k, an empty one included, is padded at its end with zero words to one window.</remarks>
public enum Padding
{
    /// <summary>
    /// Windows lie within the text: they begin at words 0 … n − k. The writeup's padding, and the default of a layer used alone.
    /// </summary>
    Narrow,

    /// <summary>
    /// The text has k − 1 zero words before and after it: windows begin at words −(k − 1) … n − 1. The default of
    /// <see cref="ConvNetOptions"/>.
    /// </summary>
    Wide,
}
