using System.Globalization;

namespace MaxPoolConvNet;

/// <summary>The predicted label of a text and its probability. Immutable.</summary>
public readonly struct Prediction : IEquatable<Prediction>
{
    // not a number where there is none
    private readonly double _familiarity;

    internal Prediction(string label, double probability, int wordCount, int knownWordCount, double familiarity)
    {
        Label = label;
        Probability = probability;
        WordCount = wordCount;
        KnownWordCount = knownWordCount;
        _familiarity = familiarity;
    }

    /// <summary>The most probable label; if several are equally probable, the first one.</summary>
    public string Label { get; }

    /// <summary>The probability of the label, at most 1. With two mutually exclusive labels, at least 0.5.</summary>
    public double Probability { get; }

    /// <summary>The number of words in the text.</summary>
    public int WordCount { get; }

    /// <summary>The number of words in the text that the classifier knows.</summary>
    public int KnownWordCount { get; }

    /// <summary>
    /// Whether the classifier knows any word of the text. If it knows none, because the text is empty or has only unknown words, the
    /// prediction says nothing about the text, whatever its probability.
    /// </summary>
    public bool HasKnownWords => KnownWordCount > 0;

    /// <summary>
    /// How much the text resembles the training texts, from 0 to 1: the fraction of training texts whose words are at least as unusual.
    /// <see langword="null"/> if the classifier has no statistics of its training texts.
    /// </summary>
    /// <remarks>
    /// <para>
    /// A probability says which label fits best, not whether any does. Familiarity says whether the text is of the kind that the classifier
    /// was trained on: a film critic's model gives a question about a bank card a high probability, but a low familiarity. Each training
    /// text is compared as if it were new, so about 5 % of new texts of the same kind are below 0.05. A text below 0.05, which
    /// <c>prediction.Familiarity &lt; 0.05</c> finds, is better left to a person. To choose the limit by texts of your own, see
    /// <see cref="TextClassifier.MinimumFamiliarity"/>.
    /// </para>
    /// <para>
    /// Only the words count, each by how common it is in the training texts; punctuation marks are words. Familiarity sees neither their
    /// order nor their meaning: common words in a senseless order are familiar, and so is a text about something else in the same words.
    /// It doesn't say whether the label is right: a text can be familiar and hard to classify. It is most reliable for long texts; in a
    /// text of one or two words, one unusual word decides. The more varied the training texts are, the less is foreign to them.
    /// </para>
    /// <para>
    /// It is 0 for a text without words and for one more unusual than every training text. A classifier created from a network or loaded
    /// from a file of an earlier version has no statistics. <see cref="Training.Trainer.Continue"/> adds the new texts to the statistics;
    /// texts that resemble either the old or the new ones are familiar.
    /// </para>
    /// </remarks>
    public double? Familiarity => double.IsNaN(_familiarity) ? null : _familiarity;

    /// <summary>Whether two predictions have the same label, probability, counts and familiarity.</summary>
    /// <param name="left">A prediction.</param>
    /// <param name="right">Another one.</param>
    public static bool operator ==(Prediction left, Prediction right) => left.Equals(right);

    /// <summary>Whether two predictions differ.</summary>
    /// <param name="left">A prediction.</param>
    /// <param name="right">Another one.</param>
    public static bool operator !=(Prediction left, Prediction right) => !left.Equals(right);

    /// <summary>Whether another prediction has the same label, probability, counts and familiarity.</summary>
    /// <param name="other">The other prediction.</param>
    /// <returns>True if they are equal.</returns>
    public bool Equals(Prediction other) =>
        Label == other.Label && Probability.Equals(other.Probability)
        && WordCount == other.WordCount && KnownWordCount == other.KnownWordCount && _familiarity.Equals(other._familiarity);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Prediction other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Label, Probability, WordCount, KnownWordCount, _familiarity);

    /// <summary>The label, its probability and the word counts, such as "positive (0.987), 4 of 5 words known".</summary>
    /// <returns>One line, invariant culture.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Label} ({Probability:0.000}), {KnownWordCount} of {WordCount} words known");
}
