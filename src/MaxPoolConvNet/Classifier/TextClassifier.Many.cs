using System.Collections.Immutable;
using System.Runtime.InteropServices;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet;

/// <content>Prediction and evaluation of a list of texts on several threads.</content>
public sealed partial class TextClassifier
{
    /// <summary>Predicts the most probable label of each text in a list, on several threads. If the texts don't fit in memory, see
    /// <see cref="PredictStream{T}(IEnumerable{T}, Func{T, string}, int?)"/>.</summary>
    /// <remarks>
    /// All threads, including the caller's, read the list concurrently. A custom tokenizer runs on these threads, without the caller's
    /// execution context.
    /// </remarks>
    /// <param name="texts">The texts. None may be <see langword="null"/>.</param>
    /// <param name="threads">The maximum number of threads. At least 1. The default is <see langword="null"/>: all processors. The number
    /// never changes a prediction.</param>
    /// <param name="cancellationToken">Cancels the operation; finished predictions are discarded.</param>
    /// <returns>One prediction per text, in the order of the texts; each is the one that <see cref="Predict(ReadOnlySpan{char})"/>
    /// returns.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A text is <see langword="null"/> or has more than 16,777,216 words.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is less than 1.</exception>
    /// <exception cref="ArithmeticException">The weights are finite, but a logit overflows.</exception>
    /// <exception cref="OperationCanceledException">The operation was cancelled.</exception>
    public ImmutableArray<Prediction> PredictAll(
        IReadOnlyList<string> texts, int? threads = null, CancellationToken cancellationToken = default)
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

    /// <summary>Evaluates the classifier on labeled texts, on several threads.</summary>
    /// <remarks>
    /// A text with a label that the classifier doesn't have counts as misclassified; see <see cref="EvaluationReport.UnseenLabels"/>.
    /// Threads use the list and the tokenizer as in <see cref="PredictAll"/>.
    /// </remarks>
    /// <param name="texts">Held-out texts with their labels.</param>
    /// <param name="threads">The maximum number of threads. At least 1. The default is <see langword="null"/>: all processors. The number
    /// doesn't change the report by a single bit.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>
    /// Accuracy, loss, metrics per label and calibration. If each text has one label, also the confusion matrix, and for two labels the
    /// area under the ROC curve.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is less than 1.</exception>
    /// <exception cref="ArgumentException">There are no texts, one is <see langword="null"/>, or one doesn't have exactly one label
    /// although the classifier isn't multi-label.</exception>
    /// <exception cref="ArithmeticException">The weights are finite, but a logit overflows.</exception>
    /// <exception cref="OperationCanceledException">The operation was cancelled.</exception>
    public EvaluationReport Evaluate(IEnumerable<LabeledText> texts, int? threads = null, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<LabeledText> list = LabeledTextList.Of(texts, nameof(texts));
        return new ClassifierEvaluation(Model, Logits).Run(list, new TextSharing(threads), cancellationToken);
    }

    /// <summary>Returns the logits of a text; they are valid until the thread's next call.</summary>
    internal ReadOnlySpan<float> Logits(ReadOnlySpan<char> text)
    {
        PredictionScratch scratch = Encode(text);
        return Forward(scratch.Predicting, scratch).Logits;
    }
}
