using System.Collections.Immutable;

namespace MaxPoolConvNet;

/// <summary>What <see cref="OutputLayer.Forward"/> made of the pooled features. Immutable.</summary>
/// <param name="Pooled">h, as it came in.</param>
/// <param name="Logits">V·h and the bias, one for each row of V.</param>
/// <param name="Probabilities">o, from 0 to 1.</param>
public sealed record OutputPass(ImmutableArray<double> Pooled, ImmutableArray<double> Logits, ImmutableArray<double> Probabilities);
