namespace MaxPoolConvNet.Text;

/// <summary>The indices, from 0, of the columns of a table that contain labels and text.</summary>
internal sealed class TableColumns(string[] names, int[] labels, int[] texts)
{
    /// <summary>The names of all columns; without a header, their numbers from 1.</summary>
    public string[] Names => names;

    /// <summary>One column of labels, or several that are each named after a label; empty without labels.</summary>
    public int[] Labels => labels;

    /// <summary>The columns that make up the text.</summary>
    public int[] Texts => texts;

    /// <summary>Finds the columns by the caller's options, by usual names, or by content.</summary>
    /// <param name="names">The names of all columns; without a header, their numbers from 1.</param>
    /// <param name="hasHeader">Whether the table has a header.</param>
    /// <param name="rows">The first rows, without the header; empty if they aren't available.</param>
    /// <param name="choice">The caller's options.</param>
    /// <param name="error">Creates the exception for a message, with the place of the names.</param>
    /// <param name="place">What contains the names, for messages.</param>
    /// <exception cref="InvalidDataException">The columns can't be determined.</exception>
    public static TableColumns Find(
        string[] names,
        bool hasHeader,
        IReadOnlyList<string[]> rows,
        TableChoice choice,
        Func<string, InvalidDataException> error,
        string place = "header")
    {
        var search = new ColumnSearch(names, hasHeader, choice, error, place);
        int[] texts = search.Named(choice.Texts, ColumnNames.TextOption);
        int[] labels = search.Named(choice.Labels, ColumnNames.LabelOption);
        if (labels.FirstOrDefault(texts.Contains, -1) is >= 0 and var both) throw search.NamedForBoth(both);
        if (texts.Length == 0) texts = search.Usual(ColumnNames.Texts, labels, ColumnNames.TextOption);
        if (choice.IsLabeled)
        {
            if (labels.Length == 0) labels = search.Usual(ColumnNames.Labels, texts, ColumnNames.LabelOption);
            (labels, texts) = ByContent(rows, names, hasHeader, labels, texts);
            if (labels.Length == 0) throw search.CannotTell("label");
        }
        else if (texts.Length == 0 && names.Length == 1)
        {
            texts = [0];
        }

        return texts.Length == 0 ? throw search.CannotTell("text") : new TableColumns(names, labels, texts);
    }

    /// <summary>Finds by content the columns that names don't determine.</summary>
    private static (int[] Labels, int[] Texts) ByContent(
        IReadOnlyList<string[]> rows, string[] names, bool hasHeader, int[] labels, int[] texts)
    {
        if (labels.Length > 0 && texts.Length > 0) return (labels, texts);
        int width = names.Length;
        int[] named = [.. Enumerable.Range(0, width).Where(column => names[column].Length > 0)];
        int[] taken = [.. labels.Concat(texts)];
        if (named.Length == 2 && taken.Length == 1 && named.Contains(taken[0]))
        {
            int[] other = [named[0] == taken[0] ? named[1] : named[0]];
            return labels.Length == 1 ? (labels, other) : (other, texts);
        }

        var content = new ColumnContent(rows);
        if (labels.Length > 0) return (labels, content.OnlyText(width, labels) is { } only ? [only] : []);
        if (named.Length == 2 && texts.Length == 0)
        {
            IEnumerable<string[]> full = rows.Where(row => row.Length > named[1]);
            var ofTwo = new ColumnContent([.. full.Select(row => new[] { row[named[0]], row[named[1]] })]);
            if (ofTwo.LabelOfTwo(hasHeader) is { } label) return ([named[label]], [named[1 - label]]);
        }

        if (!hasHeader) return (labels, texts);
        if (texts.Length > 0) return (content.Marks(width, texts), texts);
        return content.Longest(width) is { } longest && content.Marks(width, [longest]) is { Length: > 0 } marks
            ? (marks, [longest])
            : (labels, texts);
    }
}
