using System.Numerics;

namespace MaxPoolConvNet.Networks;

/// <summary>Parts of networks: the networks of some filters, with their columns of V.</summary>
internal static class NetworkParts
{
    /// <summary>Copies a part of a network. The output's biases and the embedding are whole in every part.</summary>
    /// <param name="whole">The network.</param>
    /// <param name="share">The filters that the part has; all for a copy of the whole network.</param>
    /// <param name="isRounded">Whether the copy's one-hot filters have 16 bits; in single precision alone.</param>
    public static Network<T> Of<T>(Network<T> whole, FilterShare share, bool isRounded = false)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Network<T> part = Empty(whole, share, isRounded);
        for (int b = 0, own = 0; b < whole.Banks.Length; b++)
        {
            Range filters = share.OfBank(whole.FirstFeature(b), whole.Tables[b].Filters);
            if (IsEmpty(filters)) continue;
            Copy(whole.Banks[b], filters.Start.Value, part.Banks[own], 0, part.Tables[own].Filters);
            own++;
        }

        Columns(whole, share.First, part, 0, part.Features);
        whole.Output.Bias?.CopyTo(part.Output.Bias!, 0);
        return part;
    }

    /// <summary>Copies a part back to the network.</summary>
    public static void CopyTo<T>(Network<T> part, FilterShare share, Network<T> whole)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int b = 0, own = 0; b < whole.Banks.Length; b++)
        {
            Range filters = share.OfBank(whole.FirstFeature(b), whole.Tables[b].Filters);
            if (IsEmpty(filters)) continue;
            Copy(part.Banks[own], 0, whole.Banks[b], filters.Start.Value, part.Tables[own].Filters);
            own++;
        }

        Columns(part, 0, whole, share.First, part.Features);
        part.Output.Bias?.CopyTo(whole.Output.Bias!, 0);
        if (part.Embedding is { } embedding) embedding.Entries.CopyTo(whole.Embedding!.Entries);
    }

    /// <summary>A part of the same form, with filters and V of 0.</summary>
    private static Network<T> Empty<T>(Network<T> whole, FilterShare share, bool isRounded)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        FilterBank<T>[] words = Banks(..whole.WordBanks, areRounded: isRounded);
        FilterBank<T>[] embedded = Banks(whole.WordBanks.., areRounded: false);
        int features = words.Concat(embedded).Sum(bank => bank.Table.Filters);
        OutputWeights<T> output = whole.Output;
        return new Network<T>(
            words,
            whole.Embedding?.To<T>(),
            embedded,
            whole.Activation,
            new OutputWeights<T>(output.Function, output.Logits, features, output.Bias is not null));

        FilterBank<T>[] Banks(Range of, bool areRounded)
        {
            (int first, int all) = of.GetOffsetAndLength(whole.Banks.Length);
            var shapes = new List<(int Words, int Width, int Filters)>();
            for (int b = first; b < first + all; b++)
            {
                FilterTable<T> table = whole.Tables[b];
                Range filters = share.OfBank(whole.FirstFeature(b), table.Filters);
                if (!IsEmpty(filters)) shapes.Add((table.Words, table.Width, filters.End.Value - filters.Start.Value));
            }

            return Array.ConvertAll(
                FilterTables.Of<T>([.. shapes], areRounded),
                table => new FilterBank<T>(table, whole.Banks[first].Bias is not null, whole.Banks[first].Padding));
        }
    }

    private static bool IsEmpty(Range filters) => filters.Start.Value == filters.End.Value;

    private static void Copy<T>(FilterBank<T> from, int first, FilterBank<T> to, int at, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        (FilterTable<T> table, var row) = (from.Table, new T[from.Table.Filters]);
        for (int word = 0; word < table.Words; word++)
        {
            for (int position = 0; position < table.Width; position++)
            {
                table.Read(word, position, row);
                to.Table.Write(word, position, row.AsSpan(first, count), at);
            }
        }

        from.Bias?.AsSpan(first, count).CopyTo(to.Bias.AsSpan(at));
    }

    private static void Columns<T>(Network<T> from, int first, Network<T> to, int at, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int c = 0; c < from.Output.Logits; c++)
            from.Output.Row(c).Slice(first, count).CopyTo(to.Output.Row(c)[at..]);
    }
}
