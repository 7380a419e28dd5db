using System.Collections.Immutable;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Evaluation;

/// <summary>The labels that a text has, as an evaluation sees them.</summary>
internal readonly struct TrueLabels(Target? known, ImmutableArray<int> unseen)
{
    /// <summary>The labels that training had; <see langword="null"/> if the text has one label and training didn't have it.</summary>
    public Target? Known { get; } = known;

    /// <summary>The indices of the other labels, which follow those of training.</summary>
    public ImmutableArray<int> Unseen { get; } = unseen;
}
