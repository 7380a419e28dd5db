namespace MaxPoolConvNet;

/// <content>Prediction of any number of texts in bounded memory.</content>
public sealed partial class TextClassifier
{
    /// <summary>Predicts the most probable label of each text in a sequence of any length, on several threads and in bounded
    /// memory.</summary>
    /// <remarks>
    /// The items are read lazily, as the results are enumerated, in blocks. The first block has 32 items; later ones have up to 1,024
    /// items or about a million characters. A block is predicted when it is full or the items end. For items that arrive slowly, such as
    /// typed lines, use <see cref="PredictStream{T}(IAsyncEnumerable{T}, Func{T, string}, int?, CancellationToken)"/>, which doesn't wait
    /// for a block to fill. If reading an item, getting its text or predicting it fails, the exception is thrown after the results of all
    /// earlier items have been returned. The items are read and <paramref name="textOf"/> is called on the caller's thread. A custom
    /// tokenizer runs on several threads, without the caller's execution context.
    /// </remarks>
    /// <typeparam name="T">The type of an item: the text itself, or for example a record with an id and a text.</typeparam>
    /// <param name="items">The items. Each enumeration of the result reads them once.</param>
    /// <param name="textOf">Returns the text of an item, which must not be <see langword="null"/>.</param>
    /// <param name="threads">The maximum number of threads. At least 1. The default is <see langword="null"/>: all processors. The number
    /// never changes a prediction.</param>
    /// <returns>
    /// Each item with its prediction, in the order of the items; each prediction is the one that <see cref="Predict(ReadOnlySpan{char})"/>
    /// returns. Enumerating throws <see cref="ArgumentException"/> if a text is <see langword="null"/> (the message has the item's number)
    /// or has more than 16,777,216 words, and <see cref="ArithmeticException"/> if the weights are finite, but a logit overflows.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> or <paramref name="textOf"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is less than 1.</exception>
    public IEnumerable<(T Item, Prediction Prediction)> PredictStream<T>(IEnumerable<T> items, Func<T, string> textOf, int? threads = null)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(textOf);
        return new PredictionStream<T>(textOf, Predict, new TextSharing(threads)).Run(items);
    }

    /// <summary>Predicts the most probable label of each text as it arrives, on several threads and in bounded memory.</summary>
    /// <remarks>
    /// Works like <see cref="PredictStream{T}(IEnumerable{T}, Func{T, string}, int?)"/>, but it waits for one item only: the items that
    /// have arrived, up to a block, are predicted while the source produces the next one. If the caller stops before the items end, the
    /// source's token is cancelled and the method waits for the source; a source that ignores the token ends with its next item.
    /// Cancellation discards the results not returned yet.
    /// </remarks>
    /// <typeparam name="T">The type of an item: the text itself, or for example a record with an id and a text.</typeparam>
    /// <param name="items">The items. Each enumeration of the result reads them once.</param>
    /// <param name="textOf">Returns the text of an item, which must not be <see langword="null"/>.</param>
    /// <param name="threads">The maximum number of threads. At least 1. The default is <see langword="null"/>: all processors. The number
    /// never changes a prediction.</param>
    /// <param name="cancellationToken">Cancels the enumeration; passed on to the items.</param>
    /// <returns>Each item with its prediction, in the order of the items. Enumerating throws the exceptions of
    /// <see cref="PredictStream{T}(IEnumerable{T}, Func{T, string}, int?)"/>, and <see cref="OperationCanceledException"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> or <paramref name="textOf"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is less than 1.</exception>
    public IAsyncEnumerable<(T Item, Prediction Prediction)> PredictStream<T>(
        IAsyncEnumerable<T> items, Func<T, string> textOf, int? threads = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(textOf);
        return new PredictionStream<T>(textOf, Predict, new TextSharing(threads)).RunAsync(items, cancellationToken);
    }
}
