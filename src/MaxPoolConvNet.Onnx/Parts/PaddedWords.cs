using MaxPoolConvNet.Onnx.Graphs;
using static MaxPoolConvNet.Onnx.Schema.TensorProto.Types;

namespace MaxPoolConvNet.Onnx.Parts;

/// <summary>The words of a batch as filters read them: zero words, the known words of each text in their order, zero words.</summary>
/// <remarks>
/// Texts of a batch have as many columns as the longest one needs. Windows that a text alone doesn't have are masked: their last word is in
/// a column beyond the text's last padding.
/// </remarks>
internal sealed class PaddedWords
{
    private readonly Graph _graph;
    private readonly string _counts;
    private readonly string _columns;

    /// <summary>Adds the operators to a graph.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="given">Word ids, texts × words; ids that no word has are left out.</param>
    /// <param name="words">The number of words that have an id; it becomes the id of zero words.</param>
    /// <param name="banks">The filters that read the words.</param>
    public PaddedWords(Graph graph, string given, int words, IReadOnlyCollection<FilterBank> banks)
    {
        _graph = graph;
        Before = banks.Max(bank => bank.Before);
        string filled = FillUp(given, shortest: banks.Max(bank => bank.Width - bank.Before));
        string length = graph.Add("Gather", "columnCount", [graph.Add("Shape", "filledShape", [filled]), graph.Integer(1)]);
        _columns = graph.Add("Range", "columns", [graph.Integer(0), length, graph.Integer(1)]);
        string isKnown = graph.Add(
            "And",
            "isKnown",
            [
                graph.Add("Not", "isFromZero", [graph.Add("Less", "isNegative", [filled, graph.Integer(0)])]),
                graph.Add("Less", "isBelowWords", [filled, graph.Integer(words)]),
            ]);
        string known = graph.Add("Cast", "known", [isKnown], Attributes.Of("to", (long)DataType.Int64));
        _counts = graph.Add("ReduceSum", "knownCounts", [known, graph.Integers(1)], Attributes.Of("keepdims", 1));
        string ids = KnownFirst(filled, isKnown, known, graph.Integer(words));
        Ids = Before == 0 ? ids : graph.Add("Pad", "paddedIds", [ids, graph.Integers(0, Before, 0, 0), graph.Integer(words)]);
    }

    /// <summary>The name of the ids, texts × columns.</summary>
    public string Ids { get; }

    /// <summary>The number of columns of zero words before a text.</summary>
    private int Before { get; }

    /// <summary>Cuts the columns out that have the words at a position of a bank's windows.</summary>
    /// <param name="from">The ids, or what was made of them.</param>
    /// <param name="axis">Its axis of columns.</param>
    /// <param name="bank">The filters.</param>
    /// <param name="position">The position, from 0; for all positions, the first.</param>
    /// <param name="rest">The number of positions after it.</param>
    public string Cut(string from, int axis, FilterBank bank, int position, int rest) =>
        _graph.Cut(FormattableString.Invariant($"{from}.{bank.Name}.{position}"), from, axis, Before - bank.Before + position, rest);

    /// <summary>Whether a text alone has the window too, texts × windows: windows by the columns of their last words.</summary>
    public string HasWindow(FilterBank bank)
    {
        string columns = _graph.Cut($"columns.{bank.Name}", _columns, 0, bank.Width - 1 - bank.Before, 0);
        string padded = bank.Before == 0 ? _counts : _graph.Add("Add", $"ends.{bank.Name}", [_counts, _graph.Integer(bank.Before)]);
        string end = _graph.Add("Max", $"end.{bank.Name}", [padded, _graph.Integer(bank.Width - bank.Before)]);
        return _graph.Add("Less", $"hasWindow.{bank.Name}", [columns, end]);
    }

    /// <summary>Adds the columns of the padding at the end, and more if even the longest text is shorter than a window.</summary>
    private string FillUp(string given, int shortest)
    {
        string length = _graph.Add("Gather", "length", [_graph.Add("Shape", "shape", [given]), _graph.Integers(1)]);
        string missing = _graph.Add("Sub", "missing", [_graph.Integers(shortest), length]);
        string after = _graph.Add("Max", "after", [missing, _graph.Integers(Before)]);
        string pads = _graph.Add("Concat", "pads", [_graph.Integers(0, 0, 0), after], Attributes.Of("axis", 0));
        return _graph.Add("Pad", "filledIds", [given, pads, _graph.Integer(OnnxNames.PaddingId)]);
    }

    /// <summary>Moves the known words of each text to its start and zero words to its end.</summary>
    private string KnownFirst(string filled, string isKnown, string known, string zeroWord)
    {
        string upTo = _graph.Add("CumSum", "knownUpTo", [known, _graph.Integer(1)]);
        string front = _graph.Add("Sub", "front", [upTo, _graph.Integer(1)]);
        string back = _graph.Add("Sub", "back", [_graph.Add("Add", "countAndColumn", [_counts, _columns]), upTo]);
        string target = _graph.Add("Where", "target", [isKnown, front, back]);
        string ids = _graph.Add("Where", "knownOrZero", [isKnown, filled, zeroWord]);
        return _graph.Add("ScatterElements", "knownFirst", [ids, target, ids], Attributes.Of("axis", 1));
    }
}
