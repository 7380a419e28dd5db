using System.Numerics;
using System.Runtime.CompilerServices;

namespace MaxPoolConvNet.Networks;

/// <summary>The filters of one width with their biases, applied to padded texts.</summary>
internal sealed class FilterBank<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public FilterBank(FilterTable<T> table, bool hasBias, Padding padding)
        : this(table, hasBias ? new T[table.Stride] : null, padding)
    {
    }

    private FilterBank(FilterTable<T> table, T[]? bias, Padding padding) => (Table, Bias, Padding) = (table, bias, padding);

    public FilterTable<T> Table { get; }

    /// <summary>b: F entries, and zeros up to the table's stride; null without biases.</summary>
    public T[]? Bias { get; }

    public Padding Padding { get; }

    /// <summary>The bank with another table of the same structure.</summary>
    public FilterBank<T> With(FilterTable<T> table) => new(table, Bias, Padding);

    /// <summary>Computes each filter's largest response, max over m of x_m · u_j, plus its bias, and the window that won it.</summary>
    /// <param name="paddedIds">The padded text, as ids of <paramref name="table"/>.</param>
    /// <param name="table">This bank's table, or its projection of the text's word vectors.</param>
    /// <param name="responses">Receives F responses, and zeros up to the stride.</param>
    /// <param name="winners">Receives F windows, and zeros up to the stride; empty if they aren't needed.</param>
    public void Pool(ReadOnlySpan<int> paddedIds, FilterTable<T> table, Span<T> responses, Span<T> winners)
    {
        table.ConvolveMaxPool(paddedIds, responses, winners);
        AddBias(responses);
    }

    /// <summary>Adds the biases, if there are any, to the largest responses.</summary>
    public void AddBias(Span<T> responses)
    {
        if (Bias is not null) Lanes.Run<AddScaled<T>, T>(new AddScaled<T>(T.One, Bias, responses));
    }

    /// <summary>The backward pass of <see cref="Pool"/>: visits the table entries that each winning window added up.</summary>
    /// <remarks>
    /// The gradient of a filter's response goes to k entries. All others have the gradient 0 and, like those of zero words, are skipped.
    /// </remarks>
    /// <param name="paddedIds">The padded text, as ids of <paramref name="table"/>.</param>
    /// <param name="table">The table that the text ran on.</param>
    /// <param name="winners">The winning windows, one per filter.</param>
    /// <param name="responseGradients">∂L/∂z of the winning windows, one per filter; those that are 0 are skipped.</param>
    /// <param name="filters">The filters to visit: all, or those of one thread.</param>
    /// <param name="visitor">Receives the entries, filter by filter.</param>
    public static void Route<TVisitor>(
        ReadOnlySpan<int> paddedIds,
        FilterTable<T> table,
        ReadOnlySpan<T> winners,
        ReadOnlySpan<T> responseGradients,
        Range filters,
        ref TVisitor visitor)
        where TVisitor : IEntryVisitor<T>, allows ref struct
    {
        // dropout leaves half of the filters without a gradient, in an order that no processor predicts: bits instead of branches
        for (int first = filters.Start.Value; first < filters.End.Value; first += 64)
        {
            ulong live = 0;
            ReadOnlySpan<T> gradients = responseGradients[first..Math.Min(first + 64, filters.End.Value)];
            for (int j = 0; j < gradients.Length; j++)
                live |= (gradients[j] != T.Zero ? 1UL : 0) << j;
            for (; live != 0; live &= live - 1)
            {
                int j = first + BitOperations.TrailingZeroCount(live);
                RouteWindow(paddedIds, table, int.CreateTruncating(winners[j]), j, responseGradients[j], ref visitor);
            }
        }
    }

    /// <summary>The same for one window and one filter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void RouteWindow<TVisitor>(
        ReadOnlySpan<int> paddedIds, FilterTable<T> table, int window, int filter, T gradient, ref TVisitor visitor)
        where TVisitor : IEntryVisitor<T>, allows ref struct
    {
        ReadOnlySpan<int> words = paddedIds.Slice(window, table.Width);
        for (int i = 0; i < words.Length; i++)
        {
            if (words[i] != table.ZeroWord) visitor.Visit(window + i, table.Index(words[i], i, filter), gradient);
        }
    }

    /// <summary>Projects dense word vectors through the filters.</summary>
    /// <remarks>
    /// The result is a table of the text's n words whose row for word w and position i is x_w · U[i·S … (i + 1)·S); in it, the text
    /// has the ids 0 … n − 1.
    /// </remarks>
    public FilterTable<T> Project(ReadOnlySpan<T> wordVectors, int words)
    {
        var projected = new FilterTable<T>(words, Table.Width, Table.Filters);
        new WordProjection<T>(Table.Words).Run(wordVectors, Table.Words, words, Table, projected.Entries, projected.RowLength);
        return projected;
    }

    public FilterBank<TOther> To<TOther>()
        where TOther : unmanaged, IBinaryFloatingPointIeee754<TOther>
    {
        var other = new FilterBank<TOther>(Table.To<TOther>(), Bias is not null, Padding);
        for (int j = 0; j < Table.Filters && Bias is not null; j++)
            other.Bias![j] = TOther.CreateChecked(Bias[j]);
        return other;
    }
}
