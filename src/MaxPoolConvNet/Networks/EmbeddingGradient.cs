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
    private readonly int[] _shardOfRow;
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
        _shardOfRow = new int[filters.Rows];
        foreach (FilterBlock block in Blocks)
        {
            FilterTable<T> table = _tables[block.Bank];
            for (int position = 0; position < table.Width; position++)
                _shardOfRow.AsSpan(filters.FirstRow(block) + (position * table.Stride), block.Count).Fill(block.Shard);
        }

        _texts = [.. Enumerable.Range(0, texts).Select(_ => new WinningEntries<T>(network, filters, Blocks))];
    }

    /// <summary>The blocks of filters; each is summed independently.</summary>
    public FilterBlock[] Blocks { get; }

    private bool HasTrainedVectors => _embedding.TrainedDimension > 0;

    /// <summary>Collects the winning entries of a text of the batch, after its forward and backward passes.</summary>
    public void Collect(int text, ReadOnlySpan<int> words, TextPass<T> pass, TextGradient<T> gradient)
    {
        _texts[text].Collect(words, pass, gradient);
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
        Span<int> ends = scratch.Ends(table.Width * filters.Count);
        Span<WeightedRow<T>> rows = scratch.Rows(ends.Length * _textCount);
        foreach (WinningEntries<T> text in _texts.AsSpan(0, _textCount))
        {
            ReadOnlySpan<int> words = text.Words;
            foreach (WinningEntries<T>.Window window in text.OfBlock(block))
            {
                (int first, int places) = window.Places(table.Width, words.Length).GetOffsetAndLength(words.Length);
                int list = ((first - window.Place) * filters.Count) + window.Filter;
                foreach (int word in words.Slice(first, places))
                {
                    // a text wins once with each row
                    rows[(list * _textCount) + ends[list]++] = new WeightedRow<T>(word, window.Gradient);
                    list += filters.Count;
                }
            }
        }

        for (int list = 0; list < ends.Length; list++)
        {
            (int position, int filter) = Math.DivRem(list, filters.Count);
            Lanes.Run<WeightedRowSum<T>, T>(new WeightedRowSum<T>(
                rows.Slice(list * _textCount, ends[list]),
                ends.Slice(list, 1),
                vectors,
                _filters.Row(_filters.Gradients, _filters.FirstRow(filters) + (position * table.Stride) + filter)));
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
        ReadOnlySpan<WeightedRow<T>> rows = occurrences.Length > 1
            ? SortedByShard(occurrences, scratch)
            : _texts[occurrences[0].Text].OfPlace(occurrences[0].Place);
        scratch.ShardEnds.Clear();
        int shard = rows.IsEmpty ? 0 : _shardOfRow[rows[0].Row];
        for (int e = 1; e < rows.Length; e++)
        {
            int next = _shardOfRow[rows[e].Row];
            if (next == shard) continue;
            scratch.ShardEnds.Add(e);
            shard = next;
        }

        scratch.ShardEnds.Add(rows.Length);

        Span<T> gradient = OfWord(word);
        Lanes.Run<WeightedRowSum<T>, T>(
            new WeightedRowSum<T>(rows, scratch.ShardEnds.Items, _filters.Entries, gradient, continues));
        gradient[.._embedding.StaticDimension].Clear();
    }

    private ReadOnlySpan<WeightedRow<T>> SortedByShard(
        ReadOnlySpan<(int Text, int Place)> occurrences, EmbeddingGradientScratch<T> scratch)
    {
        Span<int> ends = scratch.Ends(_shards);
        foreach ((int text, int place) in occurrences)
        {
            foreach (WeightedRow<T> row in _texts[text].OfPlace(place))
                ends[_shardOfRow[row.Row]]++;
        }

        int count = 0;
        foreach (ref int end in ends)
            (end, count) = (count, count + end);

        // each shard's start advances with its rows and so becomes its end
        Span<WeightedRow<T>> sorted = scratch.Rows(count);
        foreach ((int text, int place) in occurrences)
        {
            foreach (WeightedRow<T> row in _texts[text].OfPlace(place))
                sorted[ends[_shardOfRow[row.Row]]++] = row;
        }

        return sorted;
    }

    /// <summary>Adds the squares of ∂L/∂U to the sum of each shard.</summary>
    public void AddSquaresOfFilters(Span<double> sums)
    {
        foreach (FilterBlock filters in Blocks)
        {
            FilterTable<T> table = _tables[filters.Bank];
            for (int position = 0; position < table.Width; position++)
            {
                int row = _filters.FirstRow(filters) + (position * table.Stride);
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
}
