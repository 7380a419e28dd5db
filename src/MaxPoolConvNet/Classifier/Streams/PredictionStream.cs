using System.Runtime.CompilerServices;

namespace MaxPoolConvNet;

/// <summary>Predicts the texts of any number of items, block by block, in bounded memory.</summary>
/// <param name="textOf">Returns the text of an item.</param>
/// <param name="predict">Predicts a text; called from several threads.</param>
/// <param name="sharing">The threads.</param>
internal sealed class PredictionStream<T>(Func<T, string> textOf, Func<string, Prediction> predict, TextSharing sharing)
{
    public IEnumerable<(T Item, Prediction Prediction)> Run(IEnumerable<T> items)
    {
        var block = new StreamBlock<T>(textOf);
        using IEnumerator<T> source = items.GetEnumerator();
        bool more;
        do
        {
            more = block.Fill(source);
            sharing.ForEach(block.Count, at => block.Predict(at, predict));
            for (int at = 0; at < block.Count; at++)
                yield return block[at];
            block.Next();
        }
        while (more);
        block.ThrowFailureBehind();
    }

    public async IAsyncEnumerable<(T Item, Prediction Prediction)> RunAsync(
        IAsyncEnumerable<T> items, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var block = new StreamBlock<T>(textOf);
        var source = new ArrivingItems<T>(items, cancellationToken);
        await using ConfiguredAsyncDisposable disposed = source.ConfigureAwait(false);
        bool more;
        do
        {
            more = await source.FillAsync(block).ConfigureAwait(false);
            sharing.ForEach(block.Count, at => block.Predict(at, predict), cancellationToken);
            for (int at = 0; at < block.Count; at++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return block[at];
            }

            block.Next();
        }
        while (more);
        block.ThrowFailureBehind();
    }
}
