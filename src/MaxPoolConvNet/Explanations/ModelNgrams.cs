using System.Collections.Immutable;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet;

/// <summary>
/// Finds the n-gram with the largest response of each filter, whether or not it occurs in a text: at each position, the word that adds most
/// to the filter's sum. The result is exact, since the positions don't depend on each other.
/// </summary>
internal sealed class ModelNgrams(Network<float> network, IReadOnlyList<string> words, ImmutableArray<string> labels)
{
    private const int WordsAtOnce = 256;

    private readonly WordRowMaker _maker = new(network, 0);

    public NgramReport Find(NgramOptions options, CancellationToken cancellationToken)
    {
        // whole cache lines, for the activation
        float[] pooled = new float[AlignedArray<float>.WholeLines(network.Features)];
        var ngrams = new string[network.Features];
        (float[] largest, int[] wordIds) = Largest(cancellationToken);
        int[] widths = [.. network.Tables.SelectMany(table => Enumerable.Repeat(table.Width, table.Filters))];
        for (int b = 0; b < network.Banks.Length; b++)
        {
            FilterTable<float> table = network.Tables[b];
            for (int j = 0; j < table.Filters; j++)
            {
                int feature = network.FirstFeature(b) + j;
                int[] places = [.. Enumerable.Range(0, table.Width).Select(position => _maker.Offset(b) + (position * table.Stride) + j)];
                pooled[feature] = places.Sum(place => largest[place]) + (network.Banks[b].Bias?[j] ?? 0);
                ngrams[feature] = string.Join(' ', places.Select(place => words[wordIds[place]]));
            }
        }

        network.Activation.Apply<float>(pooled);
        var output = new LabelOutput(network.Output);
        return new NgramReport(
            textCount: 0,
            [.. ngrams.Select((ngram, j) => new FilterNgrams(j, widths[j], output.Weights(j), [new FilterNgram(ngram, pooled[j])]))],
            [.. labels.Select((label, c) => new LabelNgrams(label, Strongest(c)))]);

        ImmutableArray<LabelNgram> Strongest(int label) =>
        [
            .. Enumerable.Range(0, ngrams.Length)
                .Select(j => new LabelNgram(ngrams[j], widths[j], output.Weight(label, j) * pooled[j], textCount: 0))
                .Where(ngram => ngram.Contribution > 0)
                .OrderByDescending(ngram => ngram.Contribution)
                .Take(options.PerLabel),
        ];
    }

    /// <summary>Finds the largest entry of all words at each place of a row, and the first word that has it.</summary>
    private (float[] Entries, int[] WordIds) Largest(CancellationToken cancellationToken)
    {
        float[] largest = new float[_maker.RowLength];
        int[] largestIds = new int[largest.Length];
        Array.Fill(largest, float.NegativeInfinity);
        var scratch = new MissingRows(network);
        int[] wordIds = new int[WordsAtOnce];
        for (int first = 0; first < words.Count; first += WordsAtOnce)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int count = Math.Min(WordsAtOnce, words.Count - first);
            for (int w = 0; w < count; w++)
                wordIds[w] = first + w;
            ReadOnlySpan<float> rows = _maker.Compute(wordIds.AsSpan(0, count), scratch);
            for (int w = 0; w < count; w++)
            {
                ReadOnlySpan<float> row = rows.Slice(w * largest.Length, largest.Length);
                for (int place = 0; place < row.Length; place++)
                {
                    if (!(row[place] > largest[place])) continue;
                    largest[place] = row[place];
                    largestIds[place] = first + w;
                }
            }
        }

        return (largest, largestIds);
    }
}
