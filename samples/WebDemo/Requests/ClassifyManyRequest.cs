namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>Texts to classify.</summary>
/// <param name="Texts">The texts.</param>
internal sealed record ClassifyManyRequest(IReadOnlyList<string?>? Texts);
