namespace MaxPoolConvNet.Text;

/// <summary>The mark that people put between a label and a text, as in <c>spam: text</c>.</summary>
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
            ReadOnlySpan<char> label = line[..SpaceSeparatedParser.WordEnd(line)];
            char last = label[^1];
            mark ??= last;
            if (label.Length == 1 || last != mark || !Separators.Marks.Contains(last)) return null;
            all++;
        }

        return all > 1 ? mark : null;
    }
}
