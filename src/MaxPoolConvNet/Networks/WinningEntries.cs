using System.Numerics;

namespace MaxPoolConvNet.Networks;

/// <summary>
/// The contribution of one text to the sparse gradient G of the tables of its projected words; reused for text after text.
/// </summary>
/// <remarks>
/// G has an entry for each filter with a gradient and each word of its winning window. They are available as windows by block of filters,
/// for ∂L/∂U, and as rows of filters by word, for ∂L/∂X.
/// </remarks>
internal sealed class WinningEntries<T>(Network<T> network, TransposedFilters<T> filters, FilterBlock[] blocks)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Window[] _windows = new Window[network.Features + 1];
    private readonly int[] _blockEnds = new int[blocks.Length];
    private int[] _words = [];
    private int[] _placeEnds = [];
    private WeightedRow<T>[] _rows = [];

    /// <summary>The text's words as rows of the matrix of vectors X, by position in the text.</summary>
    public ReadOnlySpan<int> Words => _words.AsSpan(0, WordCount);

    public int WordCount { get; private set; }

    /// <summary>Collects the winning windows of a text after its forward and backward passes.</summary>
    /// <param name="words">Its words, as rows of X.</param>
    /// <param name="pass">Its pass.</param>
    /// <param name="gradient">Its gradient.</param>
    public void Collect(ReadOnlySpan<int> words, TextPass<T> pass, TextGradient<T> gradient)
    {
        if (_words.Length < words.Length) (_words, _placeEnds) = (new int[2 * words.Length], new int[2 * words.Length]);
        words.CopyTo(_words);
        WordCount = words.Length;
        int count = 0;
        for (int b = 0; b < blocks.Length; b++)
        {
            FilterBlock block = blocks[b];
            int before = network.Banks[block.Bank].Padding.Before(network.Tables[block.Bank].Width);
            int feature = network.FirstFeature(block.Bank) + block.First;
            ReadOnlySpan<T> gradients = gradient.Responses.AsSpan(feature, block.Count);
            ReadOnlySpan<T> winners = pass.WinnersFrom(feature);
            for (int f = 0; f < gradients.Length; f++)
            {
                // dropout leaves half of the filters without a gradient, in an order that no processor predicts
                _windows[count] = new Window(f, int.CreateTruncating(winners[f]) - before, gradients[f]);
                count += gradients[f] != T.Zero ? 1 : 0;
            }

            _blockEnds[b] = count;
        }
    }

    /// <summary>The windows that the filters of a block won with and have a gradient for.</summary>
    public ReadOnlySpan<Window> OfBlock(int block) => _windows.AsSpan((block == 0 ? 0 : _blockEnds[block - 1]).._blockEnds[block]);

    /// <summary>Sorts the entries by the text's words; call it before <see cref="OfPlace"/>.</summary>
    public void SortByPlace()
    {
        Span<int> ends = _placeEnds.AsSpan(0, WordCount);
        ends.Clear();
        for (int b = 0; b < blocks.Length; b++)
        {
            int width = network.Tables[blocks[b].Bank].Width;
            foreach (Window window in OfBlock(b))
            {
                foreach (ref int end in ends[window.Places(width, WordCount)])
                    end++;
            }
        }

        int count = 0;
        foreach (ref int end in ends)
            (end, count) = (count, count + end);
        if (_rows.Length < count) _rows = new WeightedRow<T>[2 * count];

        // each place's start advances with its entries and so becomes its end
        for (int b = 0; b < blocks.Length; b++)
        {
            FilterTable<T> table = network.Tables[blocks[b].Bank];
            int firstRow = filters.FirstRow(blocks[b]);
            foreach (Window window in OfBlock(b))
            {
                (int first, int places) = window.Places(table.Width, WordCount).GetOffsetAndLength(WordCount);
                int row = firstRow + ((first - window.Place) * table.Stride) + window.Filter;
                foreach (ref int end in ends.Slice(first, places))
                {
                    _rows[end++] = new WeightedRow<T>(row, window.Gradient);
                    row += table.Stride;
                }
            }
        }
    }

    /// <summary>
    /// The entries of the word at a position of the text, in the order of the filters: rows of <see cref="TransposedFilters{T}"/>.
    /// </summary>
    public ReadOnlySpan<WeightedRow<T>> OfPlace(int place) => _rows.AsSpan((place == 0 ? 0 : _placeEnds[place - 1]).._placeEnds[place]);

    /// <summary>A winning window.</summary>
    /// <param name="filter">The filter, from the first one of its block.</param>
    /// <param name="place">The position of the window's first word in the text; negative within the padding.</param>
    /// <param name="gradient">∂L/∂ of the filter's response.</param>
    public readonly struct Window(int filter, int place, T gradient)
    {
        public int Filter { get; } = filter;

        public int Place { get; } = place;

        public T Gradient { get; } = gradient;

        /// <summary>The positions in the text that the window covers.</summary>
        public Range Places(int width, int words) => Math.Clamp(Place, 0, words)..Math.Clamp(Place + width, 0, words);
    }
}
