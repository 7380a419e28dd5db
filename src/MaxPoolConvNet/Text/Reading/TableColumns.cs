using System.Globalization;

namespace MaxPoolConvNet.Text;

/// <summary>The columns of a table that hold labels and text, from 0.</summary>
/// <param name="Names">The names of all columns; without a header their numbers from 1.</param>
/// <param name="Labels">One column of labels, or several that are named for a label each; none where there are no labels.</param>
/// <param name="Texts">The columns that make up the text.</param>
internal sealed record TableColumns(string[] Names, int[] Labels, int[] Texts)
{
    private const int LeastRows = 4;

    /// <summary>Finds them by what the caller says, by usual names, or by what they hold.</summary>
    /// <param name="table">The first rows.</param>
    /// <param name="hasHeader">Whether the first of them names the columns.</param>
    /// <param name="choice">What the caller says.</param>
    /// <param name="error">Makes an error of a message, with the place of the names.</param>
    /// <exception cref="InvalidDataException">The columns can't be told.</exception>
    public static TableColumns Find(TableRows table, bool hasHeader, TableChoice choice, Func<string, InvalidDataException> error)
    {
        string[] names = hasHeader && table.Rows.Count > 0
            ? table.Rows[0]
            : [.. Enumerable.Range(1, table.Width).Select(number => number.ToString(CultureInfo.InvariantCulture))];
        var found = new ColumnSearch(names, hasHeader, choice, error);
        int[] texts = found.Named(choice.Texts, "TextColumn");
        int[] labels = found.Named(choice.Labels, "LabelColumn");
        if (labels.FirstOrDefault(texts.Contains, -1) is >= 0 and var both) throw error($"column {names[both]} is named for both the label and the text; {choice.Hint}");
        if (texts.Length == 0) texts = found.Usual(LabeledTextColumns.TextNames, labels, "TextColumn");
        if (!choice.IsLabeled)
        {
            if (texts.Length == 0 && names.Length == 1) texts = [0];
            return texts.Length > 0 ? new TableColumns(names, [], texts) : throw found.CannotTell("text");
        }

        if (labels.Length == 0) labels = found.Usual(LabeledTextColumns.LabelNames, texts, "LabelColumn");
        if (names.Length == 2 && labels.Length + texts.Length == 1)
        {
            int other = 1 - (labels.Length == 1 ? labels : texts)[0];
            (labels, texts) = labels.Length == 1 ? (labels, new[] { other }) : (new[] { other }, texts);
        }

        if (names.Length == 2 && labels.Length == 0 && texts.Length == 0 && ByContent(table, hasHeader) is { } label) (labels, texts) = ([label], [1 - label]);
        if (labels.Length == 0 && texts.Length > 0 && hasHeader) labels = OfZeroAndOne(table, texts);
        if (hasHeader && texts.Length == 0 && labels.Length == 0 && found.LongestOf(table) is { } text && OfZeroAndOne(table, [text]) is { Length: > 1 } marks)
            (labels, texts) = (marks, [text]);
        if (labels.Length == 0) throw found.CannotTell("label");
        return texts.Length == 0 ? throw found.CannotTell("text") : new TableColumns(names, labels, texts);
    }

    /// <summary>Of two columns the one with the labels, which recur and are short; null where that can't be told.</summary>
    private static int? ByContent(TableRows table, bool hasHeader)
    {
        string[][] rows = [.. table.Rows.Skip(hasHeader ? 1 : 0).Where(row => row.Length > 1)];
        if (rows.Length == 0) return hasHeader ? null : 0;
        if (rows.Any(row => row[1].Length == 0)) return 0;
        int first = rows.Select(row => row[0]).Distinct().Count();
        int second = rows.Select(row => row[1]).Distinct().Count();
        int firstLength = rows.Sum(row => row[0].Length);
        int secondLength = rows.Sum(row => row[1].Length);
        if (hasHeader && rows.Length < LeastRows) return null;
        bool isSecond = second < first && second * 2 <= rows.Length && rows.Length >= LeastRows;
        return isSecond || (second <= first && firstLength > 2 * secondLength) ? 1 : 0;
    }

    /// <summary>The columns that hold 0 and 1 alone; none where there is only one of them.</summary>
    private static int[] OfZeroAndOne(TableRows table, int[] texts)
    {
        int[] marks = [.. Enumerable.Range(0, table.Width).Where(column => !texts.Contains(column) && HoldsMarks(table, column))];
        return marks.Length > 1 ? marks : [];
    }

    private static bool HoldsMarks(TableRows table, int column)
    {
        string[] values = [.. table.Rows.Skip(1).Where(row => column < row.Length).Select(row => row[column])];
        return values.Length > 2 && values.All(value => value is "0" or "1");
    }
}
