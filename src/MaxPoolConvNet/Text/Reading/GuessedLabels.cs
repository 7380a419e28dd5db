namespace MaxPoolConvNet.Text;

/// <summary>
/// Doubts that the first words of lines are labels, where that was taken for want of another sign: a file of plain texts, or of CSV under
/// another name, has almost as many first words as lines.
/// </summary>
/// <param name="name">What errors call the file.</param>
internal sealed class GuessedLabels(string name)
{
    private const int LeastLines = 10;
    private const int MostLines = 1_000;

    private readonly HashSet<string> _labels = new(StringComparer.Ordinal);
    private int _lines;

    /// <summary>Adds the label of a line.</summary>
    /// <exception cref="InvalidDataException">It was the last of the first 1,000, and more than half of them have labels of their own.</exception>
    public void Add(LabeledText text)
    {
        if (_lines == MostLines) return;
        _labels.Add(text.Label);
        if (++_lines == MostLines) Check();
    }

    /// <summary>Checks what has come, after the last line.</summary>
    /// <exception cref="InvalidDataException">More than half of at least 10 lines have labels of their own.</exception>
    public void Check()
    {
        if (_lines >= LeastLines && _labels.Count > _lines / 2)
            throw new InvalidDataException(FormattableString.Invariant($"{name}: the first {_lines} lines begin with {_labels.Count} different words, which are no labels: the form `label text` was taken since nothing tells another; say which form the file has"));
    }
}
