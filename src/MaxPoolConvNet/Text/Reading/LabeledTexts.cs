using System.Collections;

namespace MaxPoolConvNet.Text;

/// <summary>The labeled texts of a file, in the order of the file, and the form in which they were read.</summary>
/// <remarks>Thread safety: immutable, so any number of threads may share an instance.</remarks>
public sealed class LabeledTexts : IReadOnlyList<LabeledText>
{
    private readonly IReadOnlyList<LabeledText> _texts;
    private readonly Lazy<string?> _doubt;

    internal LabeledTexts(IReadOnlyList<LabeledText> texts, TextFileForm form, int skippedCount)
    {
        _texts = texts;
        Form = form;
        SkippedCount = skippedCount;
        _doubt = new Lazy<string?>(() => LabelDoubt.Of(texts));
    }

    /// <summary>The form of the file, as set by the options or detected.</summary>
    public TextFileForm Form { get; }

    /// <summary>The number of texts that were skipped because they were empty or null.</summary>
    public int SkippedCount { get; }

    /// <summary>Why the labels don't look like labels, such as a column of sentences; <see langword="null"/> without doubt.</summary>
    /// <remarks>Labels are doubtful if more than half of the texts have a label that no other text has, or if the labels look like
    /// sentences or like pieces of JSON, are many different decimals, run into the first words of the texts, or look like several labels
    /// with a separator between them. Fewer than 10 texts are too few for a doubt.</remarks>
    public string? Doubt => _doubt.Value;

    /// <summary>The number of texts.</summary>
    public int Count => _texts.Count;

    /// <summary>The text at an index.</summary>
    /// <param name="index">The index, from 0 to <see cref="Count"/> - 1.</param>
    public LabeledText this[int index] => _texts[index];

    /// <summary>Enumerates the texts from first to last.</summary>
    /// <returns>An enumerator of the texts.</returns>
    public IEnumerator<LabeledText> GetEnumerator() => _texts.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
