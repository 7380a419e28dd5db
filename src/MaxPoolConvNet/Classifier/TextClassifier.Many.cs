using System.Collections.Immutable;
using System.Runtime.InteropServices;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet;

/// <content>Many texts at hand, on several threads.</content>
public sealed partial class TextClassifier
{
    /// <summary>Logits of texts that are evaluated at a time: 4 MB.</summary>
    private const int LogitsAtOnce = 1 << 20;

    /// <summary>The most probable label of each of many texts, on several threads; for more than memory holds see <see cref="PredictStream"/>.</summary>
    /// <remarks>
    /// The threads, the caller's among them, read the list at the same time; a tokenizer of your own runs on them without the caller's execution
    /// context.
    /// </remarks>
    /// <param name="texts">The texts; none may be null.</param>
    /// <param name="threads">The most threads; at least 1. Null, the default, is all processors. Never changes a prediction.</param>
    /// <returns>A prediction for each text, in their order, as <see cref="Predict(ReadOnlySpan{char})"/> gives it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is null.</exception>
    /// <exception cref="ArgumentException">One of the texts is null, or has more than 16,777,216 words.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is less than 1.</exception>
    /// <exception cref="ArithmeticException">The weights, all finite, overflow on the way to a logit.</exception>
    public ImmutableArray<Prediction> PredictAll(IReadOnlyList<string> texts, int? threads = null)
    {
        ArgumentNullException.ThrowIfNull(texts);
        WorkSharing sharing = Sharing(threads);
        for (int t = 0; t < texts.Count; t++)
        {
            if (texts[t] is null) throw new ArgumentException($"text {t + 1} of {texts.Count} is null", nameof(texts));
        }

        var predictions = new Prediction[texts.Count];
        ForEachText(sharing, texts.Count, t => predictions[t] = Predict(texts[t]));
        return ImmutableCollectionsMarshal.AsImmutableArray(predictions);
    }

    /// <summary>How well it recognizes labelled texts, found out on several threads.</summary>
    /// <remarks>Threads read the list and use the tokenizer as those of <see cref="PredictAll"/> do.</remarks>
    /// <param name="texts">Texts that it wasn't trained on, with its labels.</param>
    /// <param name="threads">The most threads; at least 1. Null, the default, is all processors. Changes no bit of the report.</param>
    /// <returns>
    /// Accuracy, loss, figures of each label, calibration; where a text has one label, the confusion matrix, and for two labels the area under
    /// the ROC curve.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is less than 1.</exception>
    /// <exception cref="ArgumentException">There are no texts, one is null, one has a label that training hasn't seen, or several or none where training had one a text.</exception>
    /// <exception cref="ArithmeticException">The weights, all finite, overflow on the way to a logit.</exception>
    public EvaluationReport Evaluate(IEnumerable<LabeledText> texts, int? threads = null)
    {
        IReadOnlyList<LabeledText> list = LabeledTextList.Of(texts, nameof(texts));
        if (list.Count == 0) throw new ArgumentException("there are no texts to evaluate on", nameof(texts));
        WorkSharing sharing = Sharing(threads);
        Target[] targets = [.. list.Select((text, t) => _labels.TargetOf(text, "test", t))];
        var tally = new EvaluationTally(Labels, _network.Output.Kind);
        int length = _network.Output.Logits;
        int textsAtOnce = Math.Clamp(LogitsAtOnce / length, 1, list.Count);
        float[] logits = new float[textsAtOnce * length];
        for (int first = 0; first < list.Count; first += textsAtOnce)
        {
            int start = first;
            int count = Math.Min(textsAtOnce, list.Count - first);
            ForEachText(sharing, count, t => Logits(list[start + t].Text).CopyTo(logits.AsSpan(t * length)));

            // sums in the order of the texts
            for (int t = 0; t < count; t++)
                tally.Add(_network.Output, logits.AsSpan(t * length, length), targets[start + t]);
        }

        return tally.ToReport();
    }

    private static WorkSharing Sharing(int? threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads ?? 1, 1, nameof(threads));
        return new WorkSharing(threads ?? Environment.ProcessorCount);
    }

    /// <summary>Texts in pieces small enough that no thread waits long for another, however few and long they are.</summary>
    private static void ForEachText(WorkSharing sharing, int texts, Action<int> work)
    {
        int size = Math.Clamp(texts / 64, 1, 32);
        sharing.Run(Chunks.Count(texts, size), (piece, _) =>
        {
            (int first, int count) = Chunks.Of(piece, texts, size).GetOffsetAndLength(texts);
            for (int t = first; t < first + count; t++)
                work(t);
        });
    }

    private ReadOnlySpan<float> Logits(ReadOnlySpan<char> text)
    {
        PredictionScratch scratch = Encode(text);
        return Forward(scratch.Predicting, scratch).Logits;
    }
}
