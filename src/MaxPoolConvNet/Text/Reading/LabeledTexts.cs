using System.Collections;

namespace MaxPoolConvNet.Text;

/// <summary>The labelled texts of a file, in its order, and the form that they were read in.</summary>
/// <remarks>Immutable, so safe to share between threads.</remarks>
public sealed class LabeledTexts : IReadOnlyList<LabeledText>
{
    private readonly LabeledText[] _texts;

    internal LabeledTexts(LabeledText[] texts, TextFileForm form, int skippedCount)
    {
        _texts = texts;
        Form = form;
        SkippedCount = skippedCount;
        Doubt = LabelDoubt.Of(texts);
    }

    /// <summary>The form of the file: what was said about it, and what was found where nothing was said.</summary>
    public TextFileForm Form { get; }

    /// <summary>How many texts of the file were empty or null: they are left out.</summary>
    public int SkippedCount { get; }

    /// <summary>
    /// Why what was taken for labels doesn't look like labels, such as a column of sentences; <see langword="null"/> where nothing speaks
    /// against them. It is said of labels that are many and mostly occur once, that look like sentences or like pieces of JSON, that are many
    /// different decimals, or that look like several labels with a separator between them.
    /// </summary>
    public string? Doubt { get; }

    /// <summary>The number of texts.</summary>
    public int Count => _texts.Length;

    /// <summary>A text.</summary>
    /// <param name="index">Which one, from 0.</param>
    public LabeledText this[int index] => _texts[index];

    /// <summary>The texts from first to last.</summary>
    /// <returns>An enumerator of them.</returns>
    public IEnumerator<LabeledText> GetEnumerator() => ((IEnumerable<LabeledText>)_texts).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
