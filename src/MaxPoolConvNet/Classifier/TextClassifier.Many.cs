using System.Collections.Immutable;
using System.Runtime.InteropServices;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet;

/// <content>Many texts at hand, on several threads.</content>
public sealed partial class TextClassifier
{
    /// <summary>The most probable label of each of many texts, on several threads; for more than memory holds see
    /// <see cref="PredictStream{T}(IEnumerable{T}, Func{T, string}, int?)"/>.</summary>
    /// <remarks>
    /// The threads, the caller's among them, read the list at the same time; a tokenizer of your own runs on them without the caller's
    /// execution context.
    /// </remarks>
    /// <param name="texts">The texts; none may be null.</param>
    /// <param name="threads">The most threads; at least 1. Null, the default, is all processors. Never changes a prediction.</param>
    /// <param name="cancellationToken">Cancels it; what is done is dropped.</param>
    /// <returns>A prediction for each text, in their order, as <see cref="Predict(ReadOnlySpan{char})"/> gives it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is null.</exception>
    /// <exception cref="ArgumentException">One of the texts is null, or has more than 16,777,216 words.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is less than 1.</exception>
    /// <exception cref="ArithmeticException">The weights, all finite, overflow on the way to a logit.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public ImmutableArray<Prediction> PredictAll(IReadOnlyList<string> texts, int? threads = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var sharing = new TextSharing(threads);
        for (int t = 0; t < texts.Count; t++)
        {
            if (texts[t] is null) throw new ArgumentException($"text {t + 1} of {texts.Count} is null", nameof(texts));
        }

        var predictions = new Prediction[texts.Count];
        sharing.ForEach(texts.Count, t => predictions[t] = Predict(texts[t]), cancellationToken);
        return ImmutableCollectionsMarshal.AsImmutableArray(predictions);
    }

    /// <summary>How well it recognizes labelled texts, found out on several threads.</summary>
    /// <remarks>Threads read the list and use the tokenizer as those of <see cref="PredictAll"/> do.</remarks>
    /// <param name="texts">Texts that it wasn't trained on, with its labels.</param>
    /// <param name="threads">The most threads; at least 1. Null, the default, is all processors. Changes no bit of the report.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>
    /// Accuracy, loss, figures of each label, calibration; where a text has one label, the confusion matrix, and for two labels the area
    /// under the ROC curve.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is less than 1.</exception>
    /// <exception cref="ArgumentException">There are no texts, one is null, one has a label that training hasn't seen, or several or none
    /// where training had one a text.</exception>
    /// <exception cref="ArithmeticException">The weights, all finite, overflow on the way to a logit.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public EvaluationReport Evaluate(IEnumerable<LabeledText> texts, int? threads = null, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<LabeledText> list = LabeledTextList.Of(texts, nameof(texts));
        return new ClassifierEvaluation(Model, Logits).Run(list, new TextSharing(threads), cancellationToken);
    }

    private ReadOnlySpan<float> Logits(ReadOnlySpan<char> text)
    {
        PredictionScratch scratch = Encode(text);
        return Forward(scratch.Predicting, scratch).Logits;
    }
}
