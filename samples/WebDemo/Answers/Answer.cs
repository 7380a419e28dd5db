namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>What the model says about a text.</summary>
/// <param name="Label">The most probable label.</param>
/// <param name="Probability">Its probability, from 0 to 1.</param>
/// <param name="Doubt">Why the answer isn't sure; null if it is.</param>
/// <param name="Probabilities">The probability of each label, the most probable first.</param>
/// <param name="Words">The words that decided for the label or against it.</param>
/// <param name="KnownWordCount">The number of words that the model knows.</param>
/// <param name="WordCount">The number of words.</param>
/// <param name="Familiarity">How much the text resembles the training texts, from 0 to 1; null if the model can't say.</param>
/// <param name="Model">The checksum of the model.</param>
/// <param name="Correction">The label that a person gave to the text; null if there is none.</param>
internal sealed record Answer(
    string Label,
    double Probability,
    string? Doubt,
    IReadOnlyList<LabelProbability> Probabilities,
    IReadOnlyList<ShadedWord> Words,
    int KnownWordCount,
    int WordCount,
    double? Familiarity,
    string Model,
    Correction? Correction);
