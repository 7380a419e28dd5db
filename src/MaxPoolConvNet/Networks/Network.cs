using System.Numerics;

namespace MaxPoolConvNet.Networks;

/// <summary>The whole network, fused, in one precision: the single implementation of every forward pass and every gradient.</summary>
/// <remarks>
/// <see cref="ConvNet"/> uses it in double precision; training and prediction use single precision. It reads its weights and changes only
/// the pass, so many threads may share one network, each with its own pass.
/// </remarks>
internal sealed class Network<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int[] _firstFeatures;

    /// <summary>Creates a network over one-hot words (or given word vectors), over an embedding, or over both.</summary>
    /// <param name="wordBanks">The filters over the text's own words; may be empty.</param>
    /// <param name="embedding">The embedding; null for none.</param>
    /// <param name="embeddingBanks">The filters over the embedding's vectors.</param>
    /// <param name="activation">The activation after the max-pool.</param>
    /// <param name="output">The output, with one weight per filter of all banks.</param>
    public Network(
        FilterBank<T>[] wordBanks,
        EmbeddingTable<T>? embedding,
        FilterBank<T>[] embeddingBanks,
        Activation activation,
        OutputWeights<T> output)
    {
        Banks = [.. wordBanks, .. embeddingBanks];
        WordBanks = wordBanks.Length;
        Embedding = embedding;
        Activation = activation;
        Output = output;
        Tables = Array.ConvertAll(Banks, bank => bank.Table);
        _firstFeatures = new int[Banks.Length + 1];
        for (int b = 0; b < Banks.Length; b++)
            _firstFeatures[b + 1] = _firstFeatures[b] + Tables[b].Filters;
    }

    /// <summary>The filters over the text's own words, followed by those over the embedding.</summary>
    public FilterBank<T>[] Banks { get; }

    /// <summary>The number of <see cref="Banks"/> over the text's own words.</summary>
    public int WordBanks { get; }

    public EmbeddingTable<T>? Embedding { get; }

    /// <summary>The banks' own tables: for banks over one-hot words, a text sums their rows.</summary>
    public FilterTable<T>[] Tables { get; }

    /// <summary>The number of words that have an id.</summary>
    public int WordSize => Embedding?.Words ?? Tables.Max(table => table.Words);

    public Activation Activation { get; }

    public OutputWeights<T> Output { get; }

    /// <summary>The length of h: the number of filters of all widths.</summary>
    public int Features => _firstFeatures[^1];

    /// <summary>Computes the logits of a text.</summary>
    /// <param name="wordIds">The words' ids, which are not checked here. Ids beyond a bank's table count as zero words.</param>
    /// <param name="embeddedIds">The same words as rows of the embedding banks' tables; empty without an embedding.</param>
    /// <param name="tables"><see cref="Tables"/>, or the banks' projections of word vectors: the text's own or the embedding's.</param>
    /// <param name="dropout">Factors of h, one per feature in whole cache lines; empty for none.</param>
    /// <param name="pass">Receives all intermediate results.</param>
    public void Forward(
        ReadOnlySpan<int> wordIds, ReadOnlySpan<int> embeddedIds, FilterTable<T>[] tables, ReadOnlySpan<T> dropout, TextPass<T> pass)
    {
        for (int b = 0; b < Banks.Length; b++)
            Pool(b, b < WordBanks ? wordIds : embeddedIds, tables[b], pass);
        Finish(dropout, pass);
    }

    /// <summary>The first step of <see cref="Forward"/>: computes the largest responses of a bank's filters.</summary>
    public void Pool(int bank, ReadOnlySpan<int> wordIds, FilterTable<T> table, TextPass<T> pass)
    {
        ReadOnlySpan<int> padded = pass.Pad(bank, table.Trim(wordIds), Banks[bank].Padding, table.Width, table.ZeroWord);
        Banks[bank].Pool(padded, table, pass.ResponsesFrom(FirstFeature(bank)), pass.WinnersFrom(FirstFeature(bank)));
    }

    /// <summary>The remaining steps of <see cref="Forward"/>, after all banks have been pooled.</summary>
    public void Finish(ReadOnlySpan<T> dropout, TextPass<T> pass)
    {
        Activate(dropout, pass);
        Output.Forward(pass.Pooled, pass.Logits);
    }

    /// <summary>The first part of <see cref="Finish"/>: computes h.</summary>
    public void Activate(ReadOnlySpan<T> dropout, TextPass<T> pass)
    {
        Activation.Apply(pass.Activated);
        pass.Drop(dropout);
    }

    /// <summary>The backward pass of <see cref="Forward"/>, down to the responses of the winning windows.</summary>
    /// <remarks>
    /// The caller stores the errors y − o in <paramref name="gradient"/>; this computes δ_j = Σ_c (y_c − o_c)·v_cj · f′(z_j),
    /// times the dropout factor. ∂L/∂V is (y − o)·h; <see cref="Route"/> gives ∂L/∂U.
    /// </remarks>
    public void Backward(TextPass<T> pass, ReadOnlySpan<T> dropout, TextGradient<T> gradient)
    {
        Output.Backward(gradient.Errors, gradient.Responses);
        BackwardFromPooled(pass, dropout, gradient);
    }

    /// <summary>The rest of <see cref="Backward"/>: from ∂L/∂h, which the caller stores in the responses of the gradient, to δ.</summary>
    public void BackwardFromPooled(TextPass<T> pass, ReadOnlySpan<T> dropout, TextGradient<T> gradient)
    {
        if (!dropout.IsEmpty) Lanes.Run<Multiply<T>, T>(new Multiply<T>(gradient.Responses, dropout, gradient.Responses));
        Activation.MultiplyByDerivative<T>(pass.Activated, gradient.Responses);
    }

    /// <summary>Passes the gradients of some of a bank's filters to the visitor, entry by entry, after <see cref="Backward"/>.</summary>
    public void Route<TVisitor>(
        int bank, FilterTable<T> table, TextPass<T> pass, TextGradient<T> gradient, Range filters, ref TVisitor visitor)
        where TVisitor : IEntryVisitor<T>, allows ref struct
    {
        int feature = FirstFeature(bank);
        FilterBank<T>.Route(
            pass.PaddedIds(bank), table, pass.WinnersFrom(feature), gradient.Responses.AsSpan(feature), filters, ref visitor);
    }

    /// <summary>Returns the number of a text's words up to the last one that a bank responds to.</summary>
    public int LengthFor(int bank, ReadOnlySpan<int> wordIds) =>
        bank < WordBanks ? Tables[bank].LengthWithRows(wordIds) : Embedding!.LengthWithVectors(wordIds);

    /// <summary>The suffix of the names of a bank's parameters.</summary>
    public string Suffix(int bank) => ParameterNames.Suffix(Tables[bank].Width, bank >= WordBanks, WordBanks, Banks.Length - WordBanks);

    /// <summary>The index of a bank's first feature in h.</summary>
    public int FirstFeature(int bank) => _firstFeatures[bank];

    /// <summary>Checks that all weights are finite; a running maximum would silently swallow a NaN.</summary>
    /// <returns>What isn't finite, such as "an entry of U is NaN"; null if all weights are finite.</returns>
    public string? FindNotFinite()
    {
        foreach (FilterBank<T> bank in Banks)
        {
            if (bank.Table.FindNotFinite() is { } entry) return NotFinite([entry], ParameterNames.Filters);
            if (NotFinite(bank.Bias, ParameterNames.FilterBias) is { } found) return found;
        }

        if (Embedding is not null && NotFinite(Embedding.Entries, ParameterNames.Embedding) is { } vector) return vector;
        for (int c = 0; c < Output.Logits; c++)
        {
            if (NotFinite(Output.Row(c), ParameterNames.Output) is { } found) return found;
        }

        return NotFinite(Output.Bias, ParameterNames.OutputBias);
    }

    /// <summary>The same network in another precision.</summary>
    public Network<TOther> To<TOther>()
        where TOther : unmanaged, IBinaryFloatingPointIeee754<TOther> =>
        With(Array.ConvertAll(Banks, bank => bank.To<TOther>()), Embedding?.To<TOther>(), Output.To<TOther>());

    /// <summary>The same network with tables that read no others (see <see cref="NetworkAverage"/>).</summary>
    public Network<T> Contiguous() => WithBanks(Array.ConvertAll(Banks, bank => bank.With(bank.Table.Contiguous())));

    /// <summary>
    /// The same network without the sums beside filters in 16 bits, whose memory becomes available to other networks. This network must not
    /// be used any more.
    /// </summary>
    public Network<T> WithoutSums()
    {
        FilterTable<T>[] alone = FilterTables.WithoutSums(Tables);
        var banks = new FilterBank<T>[alone.Length];
        for (int b = 0; b < banks.Length; b++)
        {
            if (alone[b] != Tables[b]) Tables[b].Release();
            banks[b] = Banks[b].With(alone[b]);
        }

        return WithBanks(banks);
    }

    /// <summary>
    /// Makes the memory of the one-hot filters available to other networks. This network, and those that read its tables, must not be used
    /// any more.
    /// </summary>
    public void Release()
    {
        foreach (FilterTable<T> table in Tables[..WordBanks])
            table.Release();
    }

    /// <summary>The same network with other filters of the same structure.</summary>
    public Network<T> WithBanks(FilterBank<T>[] banks) => With(banks, Embedding, Output);

    /// <summary>The same network with another output of the same structure.</summary>
    public Network<T> WithOutput(OutputWeights<T> output) => With(Banks, Embedding, output);

    /// <summary>The same network with another embedding of the same structure.</summary>
    public Network<T> WithEmbedding(EmbeddingTable<T> embedding) => With(Banks, embedding, Output);

    private Network<TOther> With<TOther>(FilterBank<TOther>[] banks, EmbeddingTable<TOther>? embedding, OutputWeights<TOther> output)
        where TOther : unmanaged, IBinaryFloatingPointIeee754<TOther> =>
        new(banks[..WordBanks], embedding, banks[WordBanks..], Activation, output);

    private static string? NotFinite(ReadOnlySpan<T> entries, string name)
    {
        foreach (T entry in entries)
        {
            if (!T.IsFinite(entry)) return FormattableString.Invariant($"an entry of {name} is {entry}");
        }

        return null;
    }
}
