using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;

namespace MaxPoolConvNet.Evaluation;

/// <summary>The results of a cross-validation, or of training with several seeds. Immutable and thread-safe.</summary>
[DebuggerDisplay("accuracy {Accuracy}, standard deviation {AccuracyStandardDeviation}, {Folds.Length} folds")]
public sealed class CrossValidationReport
{
    internal CrossValidationReport(ImmutableArray<FoldReport> folds)
    {
        Folds = folds;
        double accuracy = folds.Average(fold => fold.Evaluation.Accuracy);
        Accuracy = accuracy;
        AccuracyStandardDeviation = Math.Sqrt(folds.Sum(fold => Math.Pow(fold.Evaluation.Accuracy - accuracy, 2)) / (folds.Length - 1));
        MacroF1 = folds.Average(fold => fold.Evaluation.MacroAverage.F1);
        Confusion = folds.Select(fold => fold.Evaluation.Confusion).Aggregate((sum, next) => next is null ? null : sum?.Add(next));
        TrainingTime = TimeSpan.FromTicks(folds.Sum(fold => fold.TrainingTime.Ticks));
        TrainedWordCount = folds.Sum(fold => fold.TrainedWordCount);
    }

    /// <summary>The reports of the folds, at least two. With several seeds, one per seed, all for the same held-out texts.</summary>
    public ImmutableArray<FoldReport> Folds { get; }

    /// <summary>The labels with fewer texts than there are folds, in ordinal order. With several seeds, empty.</summary>
    /// <remarks>
    /// Some folds test no text of such a label, and a fold that holds out all texts of a label classifies them incorrectly, since its
    /// classifier is trained on none of them.
    /// </remarks>
    public ImmutableArray<string> RareLabels { get; internal init; } = [];

    /// <summary>The mean of the folds' accuracies, from 0 to 1.</summary>
    public double Accuracy { get; }

    /// <summary>The standard deviation of the folds' accuracies (sample standard deviation: divided by k − 1).</summary>
    public double AccuracyStandardDeviation { get; }

    /// <summary>The mean of the folds' macro-averaged F1, from 0 to 1.</summary>
    public double MacroF1 { get; }

    /// <summary>The confusion matrix of all held-out texts; <see langword="null"/> if texts may have several labels.</summary>
    public ConfusionMatrix? Confusion { get; }

    /// <summary>The total training time of all folds.</summary>
    public TimeSpan TrainingTime { get; }

    /// <summary>The total number of known words processed in training, over all folds.</summary>
    public long TrainedWordCount { get; }

    private string FoldAccuracies =>
        string.Join(", ", Folds.Select(fold => fold.Evaluation.Accuracy.ToString("F4", CultureInfo.InvariantCulture)));

    /// <summary>Mean and standard deviation of the accuracy, the accuracy of each fold, and the mean macro F1.</summary>
    /// <returns>Two lines, invariant culture.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"accuracy {Accuracy:F4}, standard deviation {AccuracyStandardDeviation:F4}, macro F1 {MacroF1:F4}{Environment.NewLine}"
        + $"accuracy of each of {Folds.Length}: {FoldAccuracies}");
}
