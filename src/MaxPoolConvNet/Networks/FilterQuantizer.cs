namespace MaxPoolConvNet.Networks;

/// <summary>Rounds filters to whole numbers of one scale per filter.</summary>
internal static class FilterQuantizer
{
    /// <summary>Entries that would be rounded to one multiple are 0.</summary>
    public const double UsualSmallest = 1.5;

    /// <summary>Whether there are filters over one-hot words, and whether their sums fit into 16 bits.</summary>
    public static bool CanQuantize(Network<float> network) =>
        network.WordBanks > 0 && network.Tables[..network.WordBanks].All(table => table.Width <= FilterGroup.MaximumWidth);

    /// <summary>
    /// Rounds the filters over one-hot words: the scale of a filter is its largest entry divided by <paramref name="levels"/>; entries of
    /// up to <paramref name="smallest"/> scales become 0, the others are rounded to the nearest multiple.
    /// </summary>
    /// <remarks>
    /// An entry that no gradient has moved is the small random number that training began with, and becomes 0. The biases, V and filters
    /// over an embedding stay as they are. Rounding filters again like this, with <see cref="UsualSmallest"/>, changes nothing.
    /// </remarks>
    /// <param name="network">The network, which isn't changed.</param>
    /// <param name="levels">The largest whole number, from 1 to 127.</param>
    /// <param name="smallest">The largest entry that becomes 0, in scales.</param>
    public static Network<float> Quantize(Network<float> network, int levels, double smallest)
    {
        var banks = new FilterBank<float>[network.Banks.Length];
        for (int b = 0; b < banks.Length; b++)
        {
            FilterBank<float> bank = network.Banks[b];
            banks[b] = b < network.WordBanks ? bank.With(new FilterTable<float>(Quantize(bank.Table, levels, smallest))) : bank;
        }

        return network.WithBanks(banks);
    }

    private static QuantizedFilters Quantize(FilterTable<float> table, int levels, double smallest)
    {
        var quantized = new QuantizedFilters(table.Words, table.Width, table.Filters);
        Span<float> scales = quantized.Scales;
        float[] row = new float[table.Filters];
        for (int r = 0; r < table.Words * table.Width; r++)
        {
            table.Read(r / table.Width, r % table.Width, row);
            for (int j = 0; j < row.Length; j++)
                scales[j] = Math.Max(scales[j], Math.Abs(row[j]));
        }

        for (int j = 0; j < scales.Length; j++)
            scales[j] = RoundUp(scales[j] / levels);
        for (int r = 0; r < table.Words * table.Width; r++)
        {
            table.Read(r / table.Width, r % table.Width, row);
            Span<sbyte> rounded = quantized.Row(r / table.Width, r % table.Width);
            for (int j = 0; j < row.Length; j++)
            {
                float multiple = scales[j] > 0 ? row[j] / scales[j] : 0;
                if (Math.Abs(multiple) > smallest) rounded[j] = (sbyte)MathF.Round(multiple);
            }
        }

        return quantized;
    }

    /// <summary>The next number with 12 significant bits.</summary>
    private static float RoundUp(float number) =>
        BitConverter.Int32BitsToSingle((BitConverter.SingleToInt32Bits(number) + 0xFFF) & ~0xFFF);
}
