using System.Numerics;

namespace MaxPoolConvNet;

/// <summary>
/// The whole network, fused, in one precision: the one source of every forward pass and every gradient. In double it stands behind
/// <see cref="ConvNet"/>, in float it trains and predicts. It reads its weights and changes only the pass, so that many threads may use one
/// network with a pass each.
/// </summary>
internal sealed class Network<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public Network(FilterBank<T>[] banks, Activation activation, OutputWeights<T> output)
    {
        Banks = banks;
        Activation = activation;
        Output = output;
        Tables = Array.ConvertAll(banks, bank => bank.Table);
        Features = banks.Sum(bank => bank.Table.Filters);
    }

    public FilterBank<T>[] Banks { get; }

    /// <summary>The tables of the banks: what a text of one-hot words adds up.</summary>
    public FilterTable<T>[] Tables { get; }

    public Activation Activation { get; }

    public OutputWeights<T> Output { get; }

    /// <summary>Length of h: the filters of all widths.</summary>
    public int Features { get; }

    /// <summary>Text to logits.</summary>
    /// <param name="wordIds">Ids of words in <paramref name="tables"/>, which are not checked here.</param>
    /// <param name="tables"><see cref="Tables"/>, or what the banks make of the text's word vectors.</param>
    /// <param name="dropout">Factors of h, one a feature in whole cache lines; empty: none.</param>
    /// <param name="pass">Receives everything on the way.</param>
    public void Forward(ReadOnlySpan<int> wordIds, FilterTable<T>[] tables, ReadOnlySpan<T> dropout, TextPass<T> pass)
    {
        int feature = 0;
        for (int b = 0; b < Banks.Length; b++)
        {
            FilterTable<T> table = tables[b];
            ReadOnlySpan<int> padded = pass.Pad(b, wordIds, Banks[b].Padding, table.Width, table.ZeroWord);
            Banks[b].Pool(padded, table, pass.ResponsesFrom(feature), pass.WinnersFrom(feature));
            feature += table.Filters;
        }

        Activation.Apply(pass.Activated);
        pass.Drop(dropout);
        Output.Forward(pass.Pooled, pass.Logits);
    }

    /// <summary>
    /// Backward of <see cref="Forward"/> down to the responses of the winning windows: from the errors y − o, which the caller puts into
    /// <paramref name="gradient"/>, δ_j = Σ_c (y_c − o_c)·v_cj · f′(z_j), times the factor of dropout. ∂L/∂V is (y − o)·h, and
    /// <see cref="Route"/> gives ∂L/∂U.
    /// </summary>
    public void Backward(TextPass<T> pass, ReadOnlySpan<T> dropout, TextGradient<T> gradient)
    {
        Output.Backward(gradient.Errors, gradient.Responses);
        if (!dropout.IsEmpty) Lanes.Run<Multiply<T>, T>(new Multiply<T>(gradient.Responses, dropout, gradient.Responses));
        Activation.MultiplyByDerivative<T>(pass.Activated, gradient.Responses);
    }

    /// <summary>Hands the gradients of some of a bank's filters to the visitor, entry by entry, after <see cref="Backward"/>.</summary>
    public void Route<TVisitor>(int bank, FilterTable<T> table, TextPass<T> pass, TextGradient<T> gradient, Range filters, ref TVisitor visitor)
        where TVisitor : IEntryVisitor<T>, allows ref struct
    {
        int feature = FirstFeature(bank);
        FilterBank<T>.Route(pass.PaddedIds(bank), table, pass.WinnersFrom(feature), gradient.Responses.AsSpan(feature), filters, ref visitor);
    }

    /// <summary>Where the features of a bank begin in h.</summary>
    public int FirstFeature(int bank)
    {
        int feature = 0;
        for (int b = 0; b < bank; b++)
            feature += Banks[b].Table.Filters;
        return feature;
    }

    /// <summary>Keeps a network whose weights have run away from being used: a running maximum would swallow a NaN in silence.</summary>
    /// <returns>What isn't finite, such as "an entry of U is NaN"; null where all weights are.</returns>
    public string? FindNotFinite()
    {
        foreach (FilterBank<T> bank in Banks)
        {
            if ((NotFinite(bank.Table.Entries, "U") ?? NotFinite(bank.Bias, "filterBias")) is { } found) return found;
        }

        for (int c = 0; c < Output.Logits; c++)
        {
            if (NotFinite(Output.Row(c), "V") is { } found) return found;
        }

        return NotFinite(Output.Bias, "outputBias");
    }

    /// <summary>The same network in another precision.</summary>
    public Network<TOther> To<TOther>()
        where TOther : unmanaged, IBinaryFloatingPointIeee754<TOther> =>
        new(Array.ConvertAll(Banks, bank => bank.To<TOther>()), Activation, Output.To<TOther>());

    private static string? NotFinite(ReadOnlySpan<T> entries, string name)
    {
        foreach (T entry in entries)
        {
            if (!T.IsFinite(entry)) return FormattableString.Invariant($"an entry of {name} is {entry}");
        }

        return null;
    }
}
