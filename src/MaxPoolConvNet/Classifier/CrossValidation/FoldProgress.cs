using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Evaluation;

/// <summary>The progress of training in a fold. Immutable and thread-safe.</summary>
public sealed class FoldProgress
{
    internal FoldProgress(int fold, int foldCount, TrainingProgress training)
    {
        Fold = fold;
        FoldCount = foldCount;
        Training = training;
    }

    /// <summary>The number of the fold, from 1.</summary>
    public int Fold { get; }

    /// <summary>The number of folds.</summary>
    public int FoldCount { get; }

    /// <summary>The progress of training in the fold.</summary>
    public TrainingProgress Training { get; }

    /// <summary>The fold and its progress.</summary>
    /// <returns>One line, invariant culture.</returns>
    public override string ToString() => FormattableString.Invariant($"fold {Fold} of {FoldCount}, {Training}");
}
