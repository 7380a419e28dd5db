using System.Collections.Immutable;

namespace MaxPoolConvNet;

/// <summary>What <see cref="MaxPool.Forward"/> made of the filters' responses. Immutable.</summary>
/// <param name="WindowCount">Rows of the responses.</param>
/// <param name="Pooled">h_j = f(max_m z_mj), F numbers.</param>
/// <param name="Winners">m_j, the row that won: of equal ones the first.</param>
public sealed record MaxPoolPass(int WindowCount, ImmutableArray<double> Pooled, ImmutableArray<int> Winners);
