namespace MaxPoolConvNet.Training;

/// <summary>
/// What one text adds to the sparse gradient G of the table that its words are projected to: an entry for each filter that has a gradient and
/// each word of the window that it won with. They are handed out by blocks of filters, for ∂L/∂U, and by words, for ∂L/∂E. Used again for text
/// after text.
/// </summary>
internal sealed class TextEntries(Network<float> network, FilterBlock[] blocks)
{
    private readonly ReusableList<(int Word, Entry Entry)> _entries = new();
    private readonly int[] _blockEnds = new int[blocks.Length];
    private readonly CountingSort<Entry> _byWord = new();

    /// <summary>Collects the entries of a text of so many words, which has gone forward and back.</summary>
    public void Collect(int words, TextPass<float> pass, TextGradient<float> gradient)
    {
        _entries.Clear();
        for (int b = 0; b < blocks.Length; b++)
        {
            CollectBlock(blocks[b], words, pass, gradient);
            _blockEnds[b] = _entries.Count;
        }
    }

    /// <summary>The entries of a block of filters, each with its word in the text.</summary>
    public ReadOnlySpan<(int Word, Entry Entry)> OfBlock(int block) => _entries.Items[(block == 0 ? 0 : _blockEnds[block - 1]).._blockEnds[block]];

    /// <summary>Sorts the entries by the text's words: before <see cref="OfWord"/>.</summary>
    public void SortByWord(int words) => _byWord.Sort(_entries.Items, words);

    /// <summary>The entries of a word of the text.</summary>
    public ReadOnlySpan<Entry> OfWord(int word) => _byWord.Of(word);

    private void CollectBlock(FilterBlock block, int words, TextPass<float> pass, TextGradient<float> gradient)
    {
        int bank = network.WordBanks + block.Bank;
        int before = network.Banks[bank].Padding.Before(block.Width);
        int feature = network.FirstFeature(bank) + block.First;
        ReadOnlySpan<float> winners = pass.WinnersFrom(feature);
        ReadOnlySpan<float> gradients = gradient.Responses.AsSpan(feature, block.Count);

        // dropout leaves half of the filters without a gradient, in no order that a processor could foresee
        Span<int> live = stackalloc int[gradients.Length];
        int count = 0;
        for (int j = 0; j < gradients.Length; j++)
        {
            live[count] = j;
            count += gradients[j] != 0 ? 1 : 0;
        }

        foreach (int j in live[..count])
        {
            int first = (int)winners[j] - before;
            for (int i = 0; i < block.Width; i++)
            {
                // zero words have no gradient
                var entry = new Entry((i * block.Count) + j, block.FirstRow + (i * block.Stride) + j, gradients[j]);
                _entries.AddIf(keep: (uint)(first + i) < (uint)words, (first + i, entry));
            }
        }
    }

    /// <summary>An entry of G.</summary>
    /// <param name="RowOfBlock">The filter and its position, as a row of its block.</param>
    /// <param name="Row">The same as a row of <see cref="TransposedFilters"/>.</param>
    /// <param name="Gradient">∂L/∂ of the table's entry.</param>
    public readonly record struct Entry(int RowOfBlock, int Row, float Gradient);
}
