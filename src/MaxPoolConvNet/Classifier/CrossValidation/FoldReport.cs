namespace MaxPoolConvNet.Training;

/// <summary>What a fold came to.</summary>
/// <param name="Evaluation">How its held-out part was recognized.</param>
/// <param name="TrainingTime">Time that its epochs took.</param>
/// <param name="WordsTrained">Known words that its training went over, in all epochs.</param>
public sealed record FoldReport(EvaluationReport Evaluation, TimeSpan TrainingTime, long WordsTrained)
{
    /// <summary>The options that it was trained with, as <see cref="TrainingResult.Options"/> has them.</summary>
    public required TrainingOptions Options { get; init; }
}
