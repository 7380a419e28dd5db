using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Evaluation;

/// <summary>The results of a fold. Immutable and thread-safe.</summary>
public sealed class FoldReport
{
    internal FoldReport(EvaluationReport evaluation, TimeSpan trainingTime, long trainedWordCount, TrainingOptions options)
    {
        Evaluation = evaluation;
        TrainingTime = trainingTime;
        TrainedWordCount = trainedWordCount;
        Options = options;
    }

    /// <summary>The evaluation on the held-out texts.</summary>
    public EvaluationReport Evaluation { get; }

    /// <summary>The duration of the epochs.</summary>
    public TimeSpan TrainingTime { get; }

    /// <summary>The number of known words processed in training, over all epochs.</summary>
    public long TrainedWordCount { get; }

    /// <summary>The options used in training; see <see cref="TrainingResult.Options"/>.</summary>
    public TrainingOptions Options { get; }

    /// <summary>The accuracy and the training time.</summary>
    /// <returns>One line, invariant culture.</returns>
    public override string ToString() => FormattableString.Invariant(
        $"accuracy {Evaluation.Accuracy:F4} of {Evaluation.TextCount} texts, trained in {TrainingTime.TotalSeconds:F2} s");
}
