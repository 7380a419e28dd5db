using System.Numerics;

namespace MaxPoolConvNet.Networks;

/// <summary>The gradients of the embedding filters and of the word vectors X for a batch of texts.</summary>
/// <remarks>
/// <para>
/// Forward, the filters project the vectors, P = X·U, and the texts run on that small table. Backward, only the winning entries have a
/// gradient: ∂L/∂P is a sparse matrix G with a few entries per text and filter, and ∂L/∂U = Xᵀ·G and ∂L/∂X = G·Uᵀ are
/// sums of a few rows.
/// </para>
/// <para>
/// Several threads may collect different texts, and sum different blocks and words, at once: the number of threads doesn't change a bit.
/// </para>
/// </remarks>
internal sealed class EmbeddingGradient<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly TransposedFilters<T> _filters;
    private readonly EmbeddingTable<T> _embedding;
    private readonly FilterTable<T>[] _tables;
    private readonly WinningEntries<T>[] _texts;
    private readonly ReusableList<(int Word, (int Text, int Place) Occurrence)> _words = new();
    private readonly CountingSort<(int Text, int Place)> _occurrences = new();
    private readonly int _shards;
    private AlignedArray<T> _wordGradients = new(0);
    private int _textCount;

    /// <param name="network">A network with an embedding.</param>
    /// <param name="filters">Its filters over the embedding.</param>
    /// <param name="texts">The maximum number of texts in a batch.</param>
    public EmbeddingGradient(Network<T> network, TransposedFilters<T> filters, int texts)
    {
        _filters = filters;
        _embedding = network.Embedding!;
        _tables = network.Tables;
        _shards = FilterShards.Count(network.Features);
        Blocks = FilterBlock.Of(network, network.WordBanks..);
        _texts = [.. Enumerable.Range(0, texts).Select(_ => new WinningEntries<T>(network, filters, Blocks))];
    }

    /// <summary>The blocks of filters; each is summed independently.</summary>
    public FilterBlock[] Blocks { get; }

    private bool HasTrainedVectors => _embedding.TrainedDimension > 0;

    /// <summary>Collects the winning entries of a text of the batch, after its forward and backward passes.</summary>
    public void Collect(int text, ReadOnlySpan<int> words, FilterTable<T>[] tables, TextPass<T> pass, TextGradient<T> gradient)
    {
        _texts[text].Collect(words, tables, pass, gradient);
        if (HasTrainedVectors) _texts[text].SortByPlace();
    }

    /// <summary>Ends the collecting; call it before computing sums.</summary>
    /// <param name="texts">The texts collected.</param>
    /// <param name="words">The rows of X.</param>
    public void BeginSums(int texts, int words)
    {
        _textCount = texts;
        if (!HasTrainedVectors) return;
        _words.Clear();
        for (int t = 0; t < texts; t++)
        {
            ReadOnlySpan<int> own = _texts[t].Words;
            for (int place = 0; place < own.Length; place++)
                _words.Add((own[place], (t, place)));
        }

        _occurrences.Sort(_words.Items, words);
        if (_wordGradients.Length < words * _embedding.Stride) _wordGradients = new AlignedArray<T>(2 * words * _embedding.Stride);
    }

    /// <summary>
    /// Computes ∂L/∂U of a block of filters into <see cref="TransposedFilters{T}.Gradients"/>: each row sums the vectors of the words
    /// that it won with, in the order of the texts.
    /// </summary>
    public void SumFilters(int block, ReadOnlySpan<T> vectors, EmbeddingGradientScratch<T> scratch)
    {
        FilterBlock filters = Blocks[block];
        FilterTable<T> table = _tables[filters.Bank];
        int firstRow = FirstRow(filters);
        scratch.OfFilters.Clear();
        foreach (WinningEntries<T> text in _texts.AsSpan(0, _textCount))
        {
            ReadOnlySpan<int> words = text.Words;
            foreach ((int place, WinningEntries<T>.Entry entry) in text.OfBlock(block))
                scratch.OfFilters.Add((entry.Row - firstRow, new WeightedRow<T>(words[place], entry.Gradient)));
        }

        scratch.ByRow.Sort(scratch.OfFilters.Items, ((table.Width - 1) * table.Stride) + filters.Count);
        for (int position = 0; position < table.Width; position++)
        {
            for (int row = position * table.Stride; row < (position * table.Stride) + filters.Count; row++)
            {
                ReadOnlySpan<WeightedRow<T>> words = scratch.ByRow.Of(row);
                Lanes.Run<WeightedRowSum<T>, T>(
                    new WeightedRowSum<T>(words, [words.Length], vectors, _filters.Row(_filters.Gradients, firstRow + row)));
            }
        }
    }

    /// <summary>
    /// Computes ∂L/∂x_w of a row of X: the contributions of the filters that the word won with, wherever it occurs, shard by shard.
    /// Static entries have the gradient 0.
    /// </summary>
    /// <param name="word">The row.</param>
    /// <param name="scratch">The thread's memory.</param>
    /// <param name="continues">Whether <see cref="OfWord"/> has the contributions of preceding shards, which these are added to.</param>
    public void SumWord(int word, EmbeddingGradientScratch<T> scratch, bool continues = false)
    {
        ReadOnlySpan<(int Text, int Place)> occurrences = _occurrences.Of(word);
        if (occurrences.Length > 1) scratch.Begin(SortedByShard(occurrences, scratch));
        else scratch.Begin(_texts[occurrences[0].Text].OfPlace(occurrences[0].Place));
        Span<T> gradient = OfWord(word);
        Lanes.Run<WeightedRowSum<T>, T>(
            new WeightedRowSum<T>(scratch.OfWord.Items, scratch.ShardEnds.Items, _filters.Entries, gradient, continues));
        gradient[.._embedding.StaticDimension].Clear();
    }

    private ReadOnlySpan<WinningEntries<T>.Entry> SortedByShard(
        ReadOnlySpan<(int Text, int Place)> occurrences, EmbeddingGradientScratch<T> scratch)
    {
        scratch.Entries.Clear();
        foreach ((int text, int place) in occurrences)
        {
            foreach (WinningEntries<T>.Entry entry in _texts[text].OfPlace(place))
                scratch.Entries.Add((entry.Shard, entry));
        }

        scratch.ByShard.Sort(scratch.Entries.Items, _shards);
        return scratch.ByShard.Items;
    }

    /// <summary>Adds the squares of ∂L/∂U to the sum of each shard.</summary>
    public void AddSquaresOfFilters(Span<double> sums)
    {
        foreach (FilterBlock filters in Blocks)
        {
            FilterTable<T> table = _tables[filters.Bank];
            for (int position = 0; position < table.Width; position++)
            {
                int row = FirstRow(filters) + (position * table.Stride);
                for (int end = row + filters.Count; row < end; row++)
                    sums[filters.Shard] += SumOfSquares.Of<T>(_filters.Row(_filters.Gradients, row));
            }
        }
    }

    /// <summary>∂L/∂x_w of some rows, after they have been summed, or to be summed further.</summary>
    public Span<T> OfWords(Range words) =>
        _wordGradients.Span[(words.Start.Value * _embedding.Stride)..(words.End.Value * _embedding.Stride)];

    /// <summary>∂L/∂x_w, after it has been summed.</summary>
    public Span<T> OfWord(int word) => _wordGradients.Span.Slice(word * _embedding.Stride, _embedding.Stride);

    /// <summary>The row of the first of some filters at the first position.</summary>
    private int FirstRow(FilterBlock filters) => _filters.FirstRow(filters.Bank) + filters.First;
}
