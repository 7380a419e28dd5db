namespace MaxPoolConvNet;

/// <summary>What a text was recognized as.</summary>
/// <param name="Label">The most probable label.</param>
/// <param name="Probability">Its probability, up to 1; of two labels that exclude each other at least 0.5.</param>
/// <param name="Words">Words of the text.</param>
/// <param name="KnownWords">Those of them that the classifier knows. Where it is 0, the prediction says nothing about the text.</param>
public readonly record struct Prediction(string Label, double Probability, int Words, int KnownWords);
