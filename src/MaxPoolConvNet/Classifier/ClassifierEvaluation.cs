using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet;

/// <summary>Compares the predictions of a model for labeled texts with their labels.</summary>
/// <param name="model">The model.</param>
/// <param name="logitsOf">Computes the logits of a text; called from several threads.</param>
internal sealed class ClassifierEvaluation(TrainedModel model, ClassifierEvaluation.LogitsOf logitsOf)
{
    /// <summary>The maximum number of logits kept at a time: 4 MB.</summary>
    private const int LogitsAtOnce = 1 << 20;

    /// <summary>The logits of a text, valid until the thread's next call.</summary>
    public delegate ReadOnlySpan<float> LogitsOf(ReadOnlySpan<char> text);

    /// <exception cref="ArgumentException">There are no texts, or a text doesn't have exactly one label although the model is
    /// single-label.</exception>
    /// <exception cref="OperationCanceledException">The operation was cancelled.</exception>
    public EvaluationReport Run(IReadOnlyList<LabeledText> texts, TextSharing sharing, CancellationToken cancellationToken)
    {
        if (texts.Count == 0) throw new ArgumentException("there are no texts to evaluate on", nameof(texts));
        var labels = new EvaluatedLabels(model.Labels, texts);
        TrueLabels[] truths = [.. texts.Select(labels.Of)];
        var tally = new EvaluationTally(model.Labels.Labels, labels.Unseen, model.Network.Output.Function, model.Acceptance);
        int length = model.Network.Output.Logits;
        int textsAtOnce = Math.Clamp(LogitsAtOnce / length, 1, texts.Count);
        float[] logits = new float[textsAtOnce * length];
        for (int first = 0; first < texts.Count; first += textsAtOnce)
        {
            int start = first;
            int count = Math.Min(textsAtOnce, texts.Count - first);
            sharing.ForEach(count, t => logitsOf(texts[start + t].Text).CopyTo(logits.AsSpan(t * length)), cancellationToken);

            // summed in the order of the texts, so that the result does not depend on threads
            for (int t = 0; t < count; t++)
                tally.Add(logits.AsSpan(t * length, length), truths[start + t]);
        }

        return tally.ToReport();
    }
}
