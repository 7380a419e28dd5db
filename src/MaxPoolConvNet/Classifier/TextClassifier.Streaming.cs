namespace MaxPoolConvNet;

/// <content>Any number of texts, in bounded memory.</content>
public sealed partial class TextClassifier
{
    /// <summary>The most probable label of each of any number of texts, on several threads and in bounded memory.</summary>
    /// <remarks>
    /// The items are read as the results are asked for, in blocks of 32 at first and of 1,024 or about a million characters at most, never
    /// further. A block is predicted when it is full or the items end: for items that come slowly, such as lines typed in, take
    /// <see cref="PredictStream{T}(IAsyncEnumerable{T}, Func{T, string}, int?, CancellationToken)"/>, which doesn't wait for more than
    /// one; this method can't see whether another is there. What the items or <paramref name="textOf"/> throw, an item without a text, or
    /// one that can't be predicted, is thrown in its place: once the results of all items before it have been handed out. Items and
    /// <paramref name="textOf"/> run on the caller's thread, a tokenizer of your own on several, without the caller's execution context.
    /// </remarks>
    /// <typeparam name="T">What a text belongs to: itself, or a record with an id beside it.</typeparam>
    /// <param name="items">The items; read once for each enumeration of the result.</param>
    /// <param name="textOf">An item's text; not null.</param>
    /// <param name="threads">The most threads; at least 1. Null, the default, is all processors. Never changes a prediction.</param>
    /// <returns>
    /// Each item and its prediction, as <see cref="Predict(ReadOnlySpan{char})"/> gives it, in their order. Enumerating throws
    /// <see cref="ArgumentException"/> where a text is null, with the item's number, or has more than 16,777,216 words, and
    /// <see cref="ArithmeticException"/> where the weights, all finite, overflow on the way to a logit.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> or <paramref name="textOf"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is less than 1.</exception>
    public IEnumerable<(T Item, Prediction Prediction)> PredictStream<T>(IEnumerable<T> items, Func<T, string> textOf, int? threads = null)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(textOf);
        return new PredictionStream<T>(textOf, Predict, new TextSharing(threads)).Run(items);
    }

    /// <summary>The most probable label of each of any number of texts as they arrive, on several threads and in bounded memory.</summary>
    /// <remarks>
    /// As <see cref="PredictStream{T}(IEnumerable{T}, Func{T, string}, int?)"/>, but it waits for no more than one item: what is there is
    /// predicted, up to a block, while the source is at its next item. Where the caller stops before the items end, the source's token is
    /// cancelled, and the source is waited for: one that doesn't heed it ends with its next item. A cancellation drops the results that
    /// haven't been handed out.
    /// </remarks>
    /// <typeparam name="T">What a text belongs to: itself, or a record with an id beside it.</typeparam>
    /// <param name="items">The items; read once for each enumeration of the result.</param>
    /// <param name="textOf">An item's text; not null.</param>
    /// <param name="threads">The most threads; at least 1. Null, the default, is all processors. Never changes a prediction.</param>
    /// <param name="cancellationToken">Ends it; handed on to the items.</param>
    /// <returns>Each item and its prediction, in their order. Enumerating throws what that of
    /// <see cref="PredictStream{T}(IEnumerable{T}, Func{T, string}, int?)"/> does, and <see cref="OperationCanceledException"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> or <paramref name="textOf"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is less than 1.</exception>
    public IAsyncEnumerable<(T Item, Prediction Prediction)> PredictStream<T>(
        IAsyncEnumerable<T> items, Func<T, string> textOf, int? threads = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(textOf);
        return new PredictionStream<T>(textOf, Predict, new TextSharing(threads)).RunAsync(items, cancellationToken);
    }
}
