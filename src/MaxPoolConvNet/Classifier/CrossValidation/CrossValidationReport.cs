using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;

namespace MaxPoolConvNet.Evaluation;

/// <summary>What a cross-validation, or trainings over several seeds, came to. Immutable and thread-safe.</summary>
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

    /// <summary>The folds' reports, at least two; over seeds, one for each seed, all of the same held-out texts.</summary>
    public ImmutableArray<FoldReport> Folds { get; }

    /// <summary>
    /// The labels with fewer texts than there are folds, in ordinal order; over seeds, empty. Some folds test none of these labels' texts,
    /// and one that holds out all texts of a label classifies them wrongly, since its classifier hasn't trained on any.
    /// </summary>
    public ImmutableArray<string> RareLabels { get; internal init; } = [];

    /// <summary>The mean of the folds' accuracies, from 0 to 1.</summary>
    public double Accuracy { get; }

    /// <summary>The standard deviation of the folds' accuracies (of a sample: divided by k − 1).</summary>
    public double AccuracyStandardDeviation { get; }

    /// <summary>The mean of the folds' macro-averaged F1, from 0 to 1.</summary>
    public double MacroF1 { get; }

    /// <summary>All held-out texts in one matrix; null where a text may have several labels.</summary>
    public ConfusionMatrix? Confusion { get; }

    /// <summary>Training time of all folds together.</summary>
    public TimeSpan TrainingTime { get; }

    /// <summary>The number of known words that were trained on in all folds together.</summary>
    public long TrainedWordCount { get; }

    /// <summary>Mean and standard deviation of the accuracy, the accuracy of each fold, and the mean macro F1.</summary>
    /// <returns>Two lines, invariant culture.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"accuracy {Accuracy:F4}, standard deviation {AccuracyStandardDeviation:F4}, macro F1 {MacroF1:F4}{Environment.NewLine}accuracy of each of {Folds.Length}: {string.Join(", ", Folds.Select(fold => fold.Evaluation.Accuracy.ToString("F4", CultureInfo.InvariantCulture)))}");
}
