using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Evaluation;

/// <summary>What a fold came to. Immutable and thread-safe.</summary>
public sealed class FoldReport
{
    internal FoldReport(EvaluationReport evaluation, TimeSpan trainingTime, long trainedWordCount, TrainingOptions options)
    {
        Evaluation = evaluation;
        TrainingTime = trainingTime;
        TrainedWordCount = trainedWordCount;
        Options = options;
    }

    /// <summary>The evaluation on its held-out texts.</summary>
    public EvaluationReport Evaluation { get; }

    /// <summary>The time that its epochs took.</summary>
    public TimeSpan TrainingTime { get; }

    /// <summary>The number of known words that its training went over, in all epochs.</summary>
    public long TrainedWordCount { get; }

    /// <summary>The options that it was trained with, as <see cref="TrainingResult.Options"/> has them.</summary>
    public TrainingOptions Options { get; }

    /// <summary>The accuracy and the training time.</summary>
    /// <returns>One line, invariant culture.</returns>
    public override string ToString() => FormattableString.Invariant(
        $"accuracy {Evaluation.Accuracy:F4} of {Evaluation.TextCount} texts, trained in {TrainingTime.TotalSeconds:F2} s");
}
