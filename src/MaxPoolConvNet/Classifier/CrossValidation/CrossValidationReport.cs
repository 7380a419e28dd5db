using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;

namespace MaxPoolConvNet.Evaluation;

/// <summary>What a cross-validation, or trainings over several seeds, came to. Immutable and thread-safe.</summary>
[DebuggerDisplay("accuracy {Accuracy}, standard deviation {AccuracyStandardDeviation}, {Folds.Length} folds")]
public sealed class CrossValidationReport
{
    internal CrossValidationReport(ImmutableArray<FoldReport> folds) => Folds = folds;

    /// <summary>The folds' reports, at least two; over seeds, one for each seed, all of the same held-out texts.</summary>
    public ImmutableArray<FoldReport> Folds { get; }

    /// <summary>The mean of the folds' accuracies, from 0 to 1.</summary>
    public double Accuracy => Folds.Average(fold => fold.Evaluation.Accuracy);

    /// <summary>The standard deviation of the folds' accuracies (of a sample: divided by k − 1).</summary>
    public double AccuracyStandardDeviation =>
        Math.Sqrt(Folds.Sum(fold => Math.Pow(fold.Evaluation.Accuracy - Accuracy, 2)) / (Folds.Length - 1));

    /// <summary>The mean of the folds' macro-averaged F1, from 0 to 1.</summary>
    public double MacroF1 => Folds.Average(fold => fold.Evaluation.MacroAverage.F1);

    /// <summary>All held-out texts in one matrix; null where a text may have several labels.</summary>
    public ConfusionMatrix? Confusion => Folds.Select(fold => fold.Evaluation.Confusion).Aggregate((sum, next) => next is null ? null : sum?.Add(next));

    /// <summary>Training time of all folds together.</summary>
    public TimeSpan TrainingTime => TimeSpan.FromTicks(Folds.Sum(fold => fold.TrainingTime.Ticks));

    /// <summary>The number of known words that were trained on in all folds together.</summary>
    public long TrainedWordCount => Folds.Sum(fold => fold.TrainedWordCount);

    /// <summary>Mean and standard deviation of the accuracy, the accuracy of each fold, and the mean macro F1.</summary>
    /// <returns>Two lines, invariant culture.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"accuracy {Accuracy:F4}, standard deviation {AccuracyStandardDeviation:F4}, macro F1 {MacroF1:F4}{Environment.NewLine}accuracy of each of {Folds.Length}: {string.Join(", ", Folds.Select(fold => fold.Evaluation.Accuracy.ToString("F4", CultureInfo.InvariantCulture)))}");
}
