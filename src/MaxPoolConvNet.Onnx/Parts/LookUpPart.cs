using MaxPoolConvNet.Onnx.Graphs;

namespace MaxPoolConvNet.Onnx.Parts;

/// <summary>Filters as tables: a row for each word and position in a window. Rows are gathered and added.</summary>
/// <remarks>
/// A table has two more rows. That of zero words is 0. That of masked windows is so low, at the last position, that these never win the
/// max-pool.
/// </remarks>
internal static class LookUpPart
{
    /// <returns>The name of the largest responses of the filters, texts × filters.</returns>
    public static string Add(Graph graph, PaddedWords words, FilterBank bank, int allWords, CancellationToken cancellationToken)
    {
        string zeroWord = graph.Integer(bank.Words);
        string ids = bank.Words == allWords ? words.Ids : graph.Add("Min", $"ids.{bank.Name}", [words.Ids, zeroWord]);
        var responses = new List<string>();
        for (int i = 0; i < bank.Width; i++)
        {
            bool isLast = i == bank.Width - 1;
            string part = FormattableString.Invariant($"{bank.Name}.{i}");
            float[] table = WordTable.Of(bank, i, isLast ? Masked.Response : 0, cancellationToken);
            string rows = graph.Weights($"table.{part}", table, bank.Words + 2, bank.Filters);
            string wordAt = words.Cut(ids, 1, bank, i, bank.Width - 1 - i);
            if (isLast) wordAt = graph.Add("Where", $"last.{part}", [words.HasWindow(bank), wordAt, graph.Integer(bank.Words + 1)]);
            responses.Add(graph.Add("Gather", $"rows.{part}", [rows, wordAt]));
        }

        string sum = responses is [string only] ? only : graph.Add("Sum", $"responses.{bank.Name}", responses);
        return graph.Add("ReduceMax", $"largest.{bank.Name}", [sum], Attributes.Of("axes", [1]), Attributes.Of("keepdims", 0));
    }
}
