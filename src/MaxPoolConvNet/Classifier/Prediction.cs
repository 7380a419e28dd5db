using System.Globalization;

namespace MaxPoolConvNet;

/// <summary>The predicted label of a text and its probability. Immutable.</summary>
public readonly struct Prediction : IEquatable<Prediction>
{
    internal Prediction(string label, double probability, int wordCount, int knownWordCount)
    {
        Label = label;
        Probability = probability;
        WordCount = wordCount;
        KnownWordCount = knownWordCount;
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

    /// <summary>Whether two predictions have the same label, probability and counts.</summary>
    /// <param name="left">A prediction.</param>
    /// <param name="right">Another one.</param>
    public static bool operator ==(Prediction left, Prediction right) => left.Equals(right);

    /// <summary>Whether two predictions differ.</summary>
    /// <param name="left">A prediction.</param>
    /// <param name="right">Another one.</param>
    public static bool operator !=(Prediction left, Prediction right) => !left.Equals(right);

    /// <summary>Whether another prediction has the same label, probability and counts.</summary>
    /// <param name="other">The other prediction.</param>
    /// <returns>True if they are equal.</returns>
    public bool Equals(Prediction other) =>
        Label == other.Label && Probability.Equals(other.Probability)
        && WordCount == other.WordCount && KnownWordCount == other.KnownWordCount;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Prediction other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Label, Probability, WordCount, KnownWordCount);

    /// <summary>The label, its probability and the word counts, such as "positive (0.987), 4 of 5 words known".</summary>
    /// <returns>One line, invariant culture.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Label} ({Probability:0.000}), {KnownWordCount} of {WordCount} words known");
}
