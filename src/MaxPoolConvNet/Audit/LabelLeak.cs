namespace MaxPoolConvNet.Evaluation;

/// <summary>A word or word pair that alone decides a label. Immutable and thread-safe.</summary>
/// <remarks>It may be natural, such as a word that names the topic, or a trace of how the texts were collected, such as an id.</remarks>
public sealed class LabelLeak
{
    internal LabelLeak(string ngram, string label, int textCount, int otherTextCount, double coverage)
    {
        Ngram = ngram;
        Label = label;
        TextCount = textCount;
        OtherTextCount = otherTextCount;
        Coverage = coverage;
    }

    /// <summary>The words as the tokenizer returns them, separated by spaces.</summary>
    public string Ngram { get; }

    /// <summary>The label.</summary>
    public string Label { get; }

    /// <summary>The number of texts with the n-gram and the label.</summary>
    public int TextCount { get; }

    /// <summary>The number of texts with the n-gram but without the label.</summary>
    public int OtherTextCount { get; }

    /// <summary>The fraction of the label's texts that have the n-gram, from 0 to 1.</summary>
    public double Coverage { get; }

    /// <summary>The n-gram, the label and the numbers.</summary>
    /// <returns>One line, invariant culture. Control characters are replaced.</returns>
    public override string ToString() => FormattableString.Invariant(
        $"\"{SafeText.ForTerminal(Ngram)}\": {TextCount} texts of {SafeText.ForTerminal(Label)}, {OtherTextCount} others");
}
