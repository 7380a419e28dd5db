using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Evaluation;

/// <summary>The texts of an audit: their words by number, and their labels by class. Immutable and thread-safe.</summary>
internal sealed class AuditedTexts
{
    private AuditedTexts(IReadOnlyList<LabeledText> texts, LabelSet labels, int[][] classes, int[][] words, string[] vocabulary)
    {
        Texts = texts;
        Labels = labels;
        Classes = classes;
        Words = words;
        Vocabulary = vocabulary;
        TextCounts = new int[labels.Labels.Length];
        foreach (int label in classes.SelectMany(own => own))
            TextCounts[label]++;
    }

    /// <summary>The texts.</summary>
    public IReadOnlyList<LabeledText> Texts { get; }

    /// <summary>The number of texts.</summary>
    public int Count => Texts.Count;

    /// <summary>The labels in ordinal order.</summary>
    public LabelSet Labels { get; }

    /// <summary>The classes of each text; exactly one unless texts may have several labels.</summary>
    public int[][] Classes { get; }

    /// <summary>The numbers of each text's words, in order.</summary>
    public int[][] Words { get; }

    /// <summary>The words by number.</summary>
    public string[] Vocabulary { get; }

    /// <summary>The number of texts of each label.</summary>
    public int[] TextCounts { get; }

    /// <exception cref="ArgumentException">The texts have too few labels.</exception>
    /// <exception cref="OperationCanceledException">The operation was cancelled.</exception>
    public static AuditedTexts Of(IReadOnlyList<LabeledText> texts, CancellationToken cancellationToken)
    {
        LabelSet labels = TrainingLabels.Of(texts, LabelsPerText.FromData);
        int[][] classes = [.. texts.Select((text, t) => text.Labels.Select(label => labels.Get(label, nameof(texts))).ToArray())];
        var numbers = new WordNumbers();
        int[][] words = numbers.OfAll(texts, cancellationToken);
        return new AuditedTexts(texts, labels, classes, words, numbers.Words);
    }

    /// <summary>Whether a text has a label.</summary>
    public bool Has(int text, int label) => Classes[text].AsSpan().Contains(label);
}
