namespace MaxPoolConvNet.Networks;

/// <summary>
/// Where a text's windows of k words begin. Under either padding a text shorter than k, an empty one too, is filled up at its end with zero
/// words to one window.
/// </summary>
public enum Padding
{
    /// <summary>Windows lie within the text: they begin at words 0 … n − k. The writeup's; the default of a layer alone.</summary>
    Narrow,

    /// <summary>k − 1 zero words stand before and after the text: windows begin at words −(k − 1) … n − 1. The default of <see cref="ConvNetOptions"/>.</summary>
    Wide,
}
