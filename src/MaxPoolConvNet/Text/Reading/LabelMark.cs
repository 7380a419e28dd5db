namespace MaxPoolConvNet.Text;

/// <summary>The mark that people put between a label and a text, as in <c>spam: text</c> or <c>spam | text</c>.</summary>
internal static class LabelMark
{
    /// <summary>Returns the mark after the first word of every line; null if there is none.</summary>
    /// <param name="lines">The first lines of a file; a single one decides nothing.</param>
    public static char? Of(LineReader lines)
    {
        char? mark = null;
        int all = 0;
        while (lines.Read())
        {
            ReadOnlySpan<char> line = lines.Line.Trim();
            if (line.IsEmpty) continue;
            (Range label, Range text) = SpaceSeparatedParser.Parts(line);
            mark ??= Separators.Marks.Contains(line[label][^1]) ? line[label][^1] : line[text].IsEmpty ? null : line[text][0];
            if (mark is not { } after || !Separators.Marks.Contains(after) || !IsRemoved(after, line, ref label, ref text)) return null;
            all++;
        }

        return all > 1 ? mark : null;
    }

    /// <summary>Removes the mark from the end of the label, or from in front of the text; false if it is at neither place.</summary>
    public static bool IsRemoved(char mark, ReadOnlySpan<char> line, ref Range label, ref Range text)
    {
        if (label.End.Value > 1 && line[label][^1] == mark)
        {
            label = ..(label.End.Value - 1);
            return true;
        }

        if (line[text] is not [var first, var next, ..] || first != mark || !char.IsWhiteSpace(next)) return false;
        text = (line.Length - line[text][1..].TrimStart().Length)..line.Length;
        return true;
    }
}
