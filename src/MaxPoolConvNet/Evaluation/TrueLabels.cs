using System.Collections.Immutable;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Evaluation;

/// <summary>The labels that a text has, as an evaluation sees them.</summary>
/// <param name="Known">The labels that training had; <see langword="null"/> if the text has one label and training didn't have it.</param>
/// <param name="Unseen">The indices of the other labels, which follow those of training.</param>
internal readonly record struct TrueLabels(Target? Known, ImmutableArray<int> Unseen);
