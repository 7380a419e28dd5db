namespace MaxPoolConvNet.Text;

/// <summary>The labeled texts that end on the current line. Empty texts are counted and left out.</summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class ParsedTexts
{
    private readonly List<LabeledText> _texts = [];

    /// <summary>The number of texts of the current line.</summary>
    public int Count => _texts.Count;

    /// <summary>Whether a text was added on any line.</summary>
    public bool Any { get; private set; }

    /// <summary>The number of empty texts on all lines.</summary>
    public int SkippedCount { get; private set; }

    /// <summary>A text of the current line.</summary>
    public LabeledText this[int index] => _texts[index];

    /// <summary>Removes the texts of the line before.</summary>
    public void Clear() => _texts.Clear();

    public void Add(LabeledText text)
    {
        if (text.Text.Length == 0)
        {
            SkippedCount++;
            return;
        }

        _texts.Add(text);
        Any = true;
    }
}
