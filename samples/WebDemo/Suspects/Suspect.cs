namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>A starting text whose label is probably wrong.</summary>
/// <param name="Text">The text.</param>
/// <param name="Given">The label that it has.</param>
/// <param name="Suggested">The label that other texts suggest.</param>
/// <param name="Suspicion">How suspicious the given label is, from 0 to 1.</param>
/// <param name="Words">The words that argue for the suggested label, or with a negative share for the given one.</param>
internal sealed record Suspect(string Text, string Given, string Suggested, double Suspicion, IReadOnlyList<ShadedWord> Words);
