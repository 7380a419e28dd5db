using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Evaluation;

/// <summary>How far a fold's training is. Immutable and thread-safe.</summary>
public sealed class FoldProgress
{
    internal FoldProgress(int fold, int foldCount, TrainingProgress training)
    {
        Fold = fold;
        FoldCount = foldCount;
        Training = training;
    }

    /// <summary>The fold, from 1 on.</summary>
    public int Fold { get; }

    /// <summary>The number of folds.</summary>
    public int FoldCount { get; }

    /// <summary>How far its training is.</summary>
    public TrainingProgress Training { get; }

    /// <summary>The fold and how far its training is.</summary>
    /// <returns>One line, invariant culture.</returns>
    public override string ToString() => FormattableString.Invariant($"fold {Fold} of {FoldCount}, {Training}");
}
