namespace MaxPoolConvNet.Text;

/// <summary>The mark that people put between a label and a text, as in <c>spam: text</c> or <c>not spam | text</c>.</summary>
internal static class LabelMark
{
    private const char WideColon = '：';
    private const int MostWords = 5;

    /// <summary>Returns the mark that ends the label of every line; null if there is none.</summary>
    /// <remarks>
    /// A single line decides nothing. Labels of several words must recur, and the mark mustn't be one within the texts, as in
    /// <c>spam Subject: a text</c>: it follows a first word, too, or a colon or bar follows other words after each label.
    /// </remarks>
    public static char? Of(TextSource input)
    {
        foreach (char mark in $":;|,{WideColon}")
        {
            if (EndsLabels(mark, input.SampleLines())) return mark;
        }

        return null;
    }

    /// <summary>The index of the mark after the label of a line; null if there is none.</summary>
    /// <param name="mark">The mark, which white space follows, unless it is as wide as a Chinese character.</param>
    /// <param name="line">The line, without white space at its ends.</param>
    public static int? Find(char mark, ReadOnlySpan<char> line)
    {
        for (int at = 1; at < line.Length - 1; at++)
        {
            if (line[at] == mark && (mark == WideColon || char.IsWhiteSpace(line[at + 1]))) return at;
        }

        return null;
    }

    private static bool EndsLabels(char mark, LineReader lines)
    {
        HashSet<string> labels = new(StringComparer.Ordinal);
        int all = 0;
        while (lines.Read())
        {
            ReadOnlySpan<char> line = lines.Line.Trim();
            if (line.IsEmpty) continue;
            if (Find(mark, line) is not { } at) return false;
            labels.Add(line[..at].TrimEnd().ToString());
            all++;
        }

        int[] words = [.. labels.Select(label => label.Count(' '.Equals) + 1)];
        if (all < 2 || words.Max() == 1) return all > 1;
        if (words.Max() > MostWords || labels.Count > all / 2) return false;
        int lastWords = labels.Select(label => label[(label.LastIndexOf(' ') + 1)..]).Distinct().Count();
        return words.Contains(1) || (mark is not (',' or ';') && lastWords == labels.Count);
    }
}
