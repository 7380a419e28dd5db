namespace MaxPoolConvNet;

/// <summary>What a text was recognized as.</summary>
/// <param name="Label">The most probable label.</param>
/// <param name="Probability">Its probability, up to 1; of two labels that exclude each other at least 0.5.</param>
/// <param name="Words">Words of the text.</param>
/// <param name="KnownWords">Those of them that the classifier knows.</param>
public readonly record struct Prediction(string Label, double Probability, int Words, int KnownWords)
{
    /// <summary>
    /// Whether the classifier knows no word of the text, because the text has none or only unknown ones: the prediction then says nothing about
    /// it, whatever its probability.
    /// </summary>
    public bool NothingKnown => KnownWords == 0;
}
