namespace MaxPoolConvNet.Text;

/// <summary>Checks whether the first words of lines look like labels, if no other sign determined the format.</summary>
/// <remarks>A file of plain texts, or a CSV file with another extension, has almost as many first words as lines. Lines with the label
/// after the text end with few words, which all recur.</remarks>
/// <param name="name">The name of the file, for messages.</param>
internal sealed class GuessedLabels(string name)
{
    private const int LeastLines = 10;
    private const int MostLines = 1_000;

    private readonly HashSet<string> _labels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _lastWords = new(StringComparer.Ordinal);
    private int _lines;

    /// <summary>Adds the label of a line.</summary>
    /// <exception cref="InvalidDataException">The line is the last of the first 1,000, and their labels are doubtful.</exception>
    public void Add(LabeledText text)
    {
        if (_lines == MostLines) return;
        _labels.Add(text.Label);
        string last = text.Text[(text.Text.LastIndexOf(' ') + 1)..];
        _lastWords[last] = _lastWords.GetValueOrDefault(last) + 1;
        if (++_lines == MostLines) Check();
    }

    /// <summary>Checks the labels after the last line.</summary>
    /// <exception cref="InvalidDataException">At least 10 lines were added, and there are more than half as many labels as lines, or
    /// the last words look like labels.</exception>
    public void Check()
    {
        if (_lines < LeastLines) return;
        if (AreLastWordsLabels())
        {
            throw new InvalidDataException(FormattableString.Invariant(
                $"{name}: the first {_lines} lines end with only {_lastWords.Count} different words, ")
                + $"such as \"{_lastWords.Keys.First()}\", which may be the labels. "
                + "Put the label before the text, or separate them with a tab; "
                + "if the first words are the labels, set LabeledTextFileOptions.Format to SpaceSeparated");
        }

        if (_labels.Count > _lines / 2)
        {
            throw new InvalidDataException(FormattableString.Invariant(
                $"{name}: the first {_lines} lines begin with {_labels.Count} different words, too many for labels. ")
                + "No format was detected, so the first word of each line was taken as its label; "
                + "set LabeledTextFileOptions.Format to the format of the file");
        }
    }

    /// <summary>Whether the last words look like labels: few plain words, perhaps in brackets, each at the end of several lines.</summary>
    /// <remarks>Texts end with many different words or with punctuation.</remarks>
    private bool AreLastWordsLabels() =>
        _lastWords.Count >= 2 && _lastWords.Count <= _labels.Count && _lastWords.Count * 5 <= _lines
        && _lastWords.All(word => word.Value > 1
            && word.Key.Trim(['(', ')', '[', ']']).All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '-'));
}
