namespace MaxPoolConvNet.Text;

/// <summary>
/// Doubts that the first words of lines are labels, where that was taken for want of another sign: a file of plain texts, or of CSV under
/// another name, has almost as many first words as lines; one with the label behind the text ends with few words, all of which recur.
/// </summary>
/// <param name="name">What errors call the file.</param>
internal sealed class GuessedLabels(string name)
{
    private const int LeastLines = 10;
    private const int MostLines = 1_000;

    private readonly HashSet<string> _labels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _lastWords = new(StringComparer.Ordinal);
    private int _lines;

    /// <summary>Adds the label of a line.</summary>
    /// <exception cref="InvalidDataException">It was the last of the first 1,000, and they are doubtful.</exception>
    public void Add(LabeledText text)
    {
        if (_lines == MostLines) return;
        _labels.Add(text.Label);
        string last = text.Text[(text.Text.LastIndexOf(' ') + 1)..];
        _lastWords[last] = _lastWords.GetValueOrDefault(last) + 1;
        if (++_lines == MostLines) Check();
    }

    /// <summary>Checks what has come, after the last line.</summary>
    /// <exception cref="InvalidDataException">Of at least 10 lines more than half have labels of their own, or the last words look like labels.</exception>
    public void Check()
    {
        if (_lines < LeastLines) return;
        if (AreLastWordsLabels())
            throw new InvalidDataException(FormattableString.Invariant($"{name}: the first {_lines} lines end with {_lastWords.Count} words, all of which recur, such as \"{_lastWords.Keys.First()}\": are these the labels? Put the label before the text, or a tab between them; or say that the file has the form `label text`"));
        if (_labels.Count > _lines / 2)
            throw new InvalidDataException(FormattableString.Invariant($"{name}: the first {_lines} lines begin with {_labels.Count} different words, which are no labels: the form `label text` was taken since nothing tells another; say which form the file has"));
    }

    /// <summary>Whether lines end with words, no more than there are first ones and each of several lines: texts end with many, or with punctuation.</summary>
    private bool AreLastWordsLabels() =>
        _lastWords.Count >= 2 && _lastWords.Count <= _labels.Count && _lastWords.Count * 5 <= _lines
        && _lastWords.All(word => word.Value > 1 && word.Key.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '-'));
}
