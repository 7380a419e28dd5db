using MaxPoolConvNet.Onnx.Graphs;
using static MaxPoolConvNet.Onnx.Schema.TensorProto.Types;

namespace MaxPoolConvNet.Onnx.Parts;

/// <summary>Filters as tables: a row for each word and position in a window. Rows are gathered and added.</summary>
/// <remarks>
/// A table has two more rows. That of zero words is 0. That of masked windows is so low, at the last position, that these never win the
/// max-pool. Filters of a compact classifier stay whole numbers of 8 bits up to the max-pool: their sums are exact, and the largest
/// one is multiplied by the filter's scale.
/// </remarks>
internal static class LookUpPart
{
    /// <param name="graph">The graph.</param>
    /// <param name="words">The padded words.</param>
    /// <param name="bank">The filters.</param>
    /// <param name="allWords">The number of words that have an id.</param>
    /// <param name="levels">The largest whole number of a compact classifier's filters; 0 for full weights.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The name of the largest responses of the filters, texts × filters.</returns>
    public static string Add(
        Graph graph, PaddedWords words, FilterBank bank, int allWords, int levels, CancellationToken cancellationToken)
    {
        string zeroWord = graph.Integer(bank.Words);
        string ids = bank.Words == allWords ? words.Ids : graph.Add("Min", $"ids.{bank.Name}", [words.Ids, zeroWord]);
        return bank.Embedding is null && levels > 0 && QuantizedFilters.Of(bank.Layer, levels) is { } filters
            ? AddQuantized(graph, words, bank, ids, filters)
            : AddFull(graph, words, bank, ids, cancellationToken);
    }

    private static string AddFull(Graph graph, PaddedWords words, FilterBank bank, string ids, CancellationToken cancellationToken)
    {
        var responses = new List<string>();
        for (int i = 0; i < bank.Width; i++)
        {
            bool isLast = i == bank.Width - 1;
            string part = Part(bank, i);
            float[] table = WordTable.Of(bank, i, isLast ? Masked.Response : 0, cancellationToken);
            string rows = graph.Weights($"table.{part}", table, bank.Words + 2, bank.Filters);
            string wordAt = words.Cut(ids, 1, bank, i, bank.Width - 1 - i);
            if (isLast) wordAt = graph.Add("Where", $"last.{part}", [words.HasWindow(bank), wordAt, graph.Integer(bank.Words + 1)]);
            responses.Add(graph.Add("Gather", $"rows.{part}", [rows, wordAt]));
        }

        return Largest(graph, bank, Sum(graph, bank, responses));
    }

    private static string AddQuantized(Graph graph, PaddedWords words, FilterBank bank, string ids, QuantizedFilters filters)
    {
        var responses = new List<string>();
        for (int i = 0; i < bank.Width; i++)
        {
            string part = Part(bank, i);
            sbyte[] table = [.. filters.At(i), .. new sbyte[bank.Filters]];
            string rows = graph.Weights($"table.{part}", table, bank.Words + 1, bank.Filters);
            string gathered = graph.Add("Gather", $"rows.{part}", [rows, words.Cut(ids, 1, bank, i, bank.Width - 1 - i)]);
            responses.Add(graph.Add("Cast", $"numbers.{part}", [gathered], Attributes.Of("to", (long)DataType.Float)));
        }

        string hasWindow = graph.Add("Unsqueeze", $"ofText.{bank.Name}", [words.HasWindow(bank), graph.Integers(2)]);
        string masked = graph.Constant("masked", Masked.Response);
        string sums = graph.Add("Where", $"sums.{bank.Name}", [hasWindow, Sum(graph, bank, responses), masked]);
        string scales = graph.Weights($"scale.{bank.Name}", filters.Scales, bank.Filters);
        return graph.Add("Mul", $"scaled.{bank.Name}", [Largest(graph, bank, sums), scales]);
    }

    private static string Part(FilterBank bank, int position) => FormattableString.Invariant($"{bank.Name}.{position}");

    private static string Sum(Graph graph, FilterBank bank, List<string> responses) =>
        responses is [string only] ? only : graph.Add("Sum", $"responses.{bank.Name}", responses);

    private static string Largest(Graph graph, FilterBank bank, string responses) => graph.Add(
        "ReduceMax", $"largest.{bank.Name}", [responses], Attributes.Of("axes", [1]), Attributes.Of("keepdims", 0));
}
