using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Benchmarks.Peers;

/// <summary>
/// The parameters of Kim's network, or their gradients, in the order in which the peers keep them; by it weights are given to the peers and
/// gradients compared.
/// </summary>
/// <param name="Embedding">Words × entries.</param>
/// <param name="Filters">For each width filters × entries of a word × positions in the window.</param>
/// <param name="FilterBias">A bias for each filter of all widths.</param>
/// <param name="Output">A weight for each filter of all widths.</param>
/// <param name="OutputBias">One bias.</param>
internal sealed record KimWeights(float[] Embedding, float[][] Filters, float[] FilterBias, float[] Output, float[] OutputBias)
{
    /// <summary>The blocks by the names that the library gives them.</summary>
    public IEnumerable<(string Name, float[] Entries)> Blocks =>
    [
        ("embedding", Embedding),
        .. Filters.Select((filters, w) => ($"U{KimForm.Widths[w]}", filters)),
        ("filterBias", FilterBias),
        ("V", Output),
        ("outputBias", OutputBias),
    ];

    public static KimWeights Of(Network<float> network) => new(
        [.. Enumerable.Range(0, network.WordSize).SelectMany(word => network.Embedding!.Row(word)[..KimForm.Dimension].ToArray())],
        [.. network.Tables.Select(FiltersOf)],
        [.. network.Banks.SelectMany(bank => bank.Bias!.Take(KimForm.FiltersPerWidth))],
        network.Output.Row(0)[..KimForm.Features].ToArray(),
        [.. network.Output.Bias!]);

    /// <summary>The gradient that a step of plain gradient ascent from <paramref name="before"/> to here went along.</summary>
    public KimWeights GradientSince(KimWeights before, float learningRate)
    {
        return new KimWeights(
            Along(Embedding, before.Embedding),
            [.. Filters.Zip(before.Filters, Along)],
            Along(FilterBias, before.FilterBias),
            Along(Output, before.Output),
            Along(OutputBias, before.OutputBias));

        float[] Along(float[] to, float[] from) => [.. to.Zip(from, (after, first) => (after - first) / learningRate)];
    }

    private static float[] FiltersOf(FilterTable<float> table)
    {
        float[] filters = new float[table.Filters * table.Words * table.Width];
        for (int j = 0, at = 0; j < table.Filters; j++)
        {
            for (int s = 0; s < table.Words; s++)
            {
                for (int i = 0; i < table.Width; i++)
                    filters[at++] = table[s, i, j];
            }
        }

        return filters;
    }
}
