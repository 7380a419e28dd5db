using System.Collections.Immutable;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet;

/// <content>Several labels of a text, with their probabilities.</content>
public sealed partial class TextClassifier
{
    /// <summary>The most probable labels of a text.</summary>
    /// <param name="text">The text; an empty one too is given labels, by the biases alone.</param>
    /// <param name="count">How many; at least 1. More than there are labels gives all.</param>
    /// <returns>
    /// Labels and their probabilities, the most probable first, of equal ones in their order. Labels whose probabilities round to the same
    /// number still stand in their true order, so that the first is always that of <see cref="Predict(ReadOnlySpan{char})"/>.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    /// <exception cref="ArgumentException">The text has more than 16,777,216 words.</exception>
    /// <exception cref="ArithmeticException">The weights, all finite, overflow on the way to the logit.</exception>
    public ImmutableArray<LabelProbability> PredictTop(ReadOnlySpan<char> text, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return Ranked(text, Math.Min(count, Labels.Length), [0]);
    }

    /// <inheritdoc cref="PredictTop(ReadOnlySpan{char}, int)"/>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public ImmutableArray<LabelProbability> PredictTop(string text, int count)
    {
        ArgumentNullException.ThrowIfNull(text);
        return PredictTop(text.AsSpan(), count);
    }

    /// <summary>The probability of one label for a text, such as how probably it is spam.</summary>
    /// <param name="text">The text; an empty one too is given a probability, by the biases alone.</param>
    /// <param name="label">The label.</param>
    /// <returns>From 0 to 1. Allocates nothing, as <see cref="Predict(ReadOnlySpan{char})"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="label"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no such label, or the text has more than 16,777,216 words.</exception>
    /// <exception cref="ArithmeticException">The weights, all finite, overflow on the way to the logit.</exception>
    public double PredictProbability(ReadOnlySpan<char> text, string label)
    {
        ArgumentNullException.ThrowIfNull(label);
        int index = Model.Labels.Get(label, nameof(label));
        PredictionScratch scratch = Encode(text);
        return Model.Network.Output.Function.ClassProbability(Forward(scratch.Predicting, scratch).Logits, index);
    }

    /// <inheritdoc cref="PredictProbability(ReadOnlySpan{char}, string)"/>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> or <paramref name="label"/> is null.</exception>
    public double PredictProbability(string text, string label)
    {
        ArgumentNullException.ThrowIfNull(text);
        return PredictProbability(text.AsSpan(), label);
    }

    /// <summary>The labels of a text that have a probability of 0.5 or more: where it may have several, those that apply.</summary>
    /// <param name="text">The text; an empty one too is given labels, by the biases alone.</param>
    /// <returns>The labels, in the order of <see cref="PredictTop(ReadOnlySpan{char}, int)"/>; there may be none.</returns>
    /// <exception cref="ArgumentException">The text has more than 16,777,216 words.</exception>
    /// <exception cref="ArithmeticException">The weights, all finite, overflow on the way to the logit.</exception>
    public ImmutableArray<LabelProbability> PredictLabels(ReadOnlySpan<char> text) => PredictLabels(text, OutputFunctions.UsualThreshold);

    /// <inheritdoc cref="PredictLabels(ReadOnlySpan{char})"/>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public ImmutableArray<LabelProbability> PredictLabels(string text) => PredictLabels(text, OutputFunctions.UsualThreshold);

    /// <summary>The labels of a text that are probable enough: where it may have several, those that apply.</summary>
    /// <param name="text">The text; an empty one too is given labels, by the biases alone.</param>
    /// <param name="threshold">The least probability; from 0 to 1.</param>
    /// <returns>The labels at or above the threshold, in the order of <see cref="PredictTop(ReadOnlySpan{char}, int)"/>; there may be none.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threshold"/> is out of its range.</exception>
    /// <exception cref="ArgumentException">The text has more than 16,777,216 words.</exception>
    /// <exception cref="ArithmeticException">The weights, all finite, overflow on the way to the logit.</exception>
    public ImmutableArray<LabelProbability> PredictLabels(ReadOnlySpan<char> text, double threshold)
    {
        OptionRange.Check(threshold, 0, 1, nameof(threshold));
        return Ranked(text, Labels.Length, [threshold]);
    }

    /// <inheritdoc cref="PredictLabels(ReadOnlySpan{char}, double)"/>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public ImmutableArray<LabelProbability> PredictLabels(string text, double threshold)
    {
        ArgumentNullException.ThrowIfNull(text);
        return PredictLabels(text.AsSpan(), threshold);
    }

    /// <summary>The labels of a text that are probable enough, each by a threshold of its own.</summary>
    /// <param name="text">The text; an empty one too is given labels, by the biases alone.</param>
    /// <param name="thresholds">The least probabilities of some labels; from 0 to 1.</param>
    /// <param name="threshold">That of all other labels; from 0 to 1.</param>
    /// <returns>The labels at or above their thresholds, in the order of <see cref="PredictTop(ReadOnlySpan{char}, int)"/>; there may be none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="thresholds"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A threshold is out of its range.</exception>
    /// <exception cref="ArgumentException"><paramref name="thresholds"/> has a label that isn't one of <see cref="Labels"/>, or the text has more than 16,777,216 words.</exception>
    /// <exception cref="ArithmeticException">The weights, all finite, overflow on the way to the logit.</exception>
    public ImmutableArray<LabelProbability> PredictLabels(
        ReadOnlySpan<char> text, IReadOnlyDictionary<string, double> thresholds, double threshold)
    {
        ArgumentNullException.ThrowIfNull(thresholds);
        OptionRange.Check(threshold, 0, 1, nameof(threshold));
        double[] ofLabels = new double[Labels.Length];
        Array.Fill(ofLabels, threshold);
        foreach ((string label, double own) in thresholds)
        {
            int index = Model.Labels.Find(label)
                ?? throw new ArgumentException($"there is a threshold for the label '{label}', which training hasn't seen; it knows {LabelList.Quoted(Labels)}", nameof(thresholds));
            if (!(own is >= 0 and <= 1))
                throw new ArgumentOutOfRangeException(nameof(thresholds), own, FormattableString.Invariant($"the threshold of '{label}' is {own}; a number from 0 to 1 was expected"));
            ofLabels[index] = own;
        }

        return Ranked(text, Labels.Length, ofLabels);
    }

    /// <inheritdoc cref="PredictLabels(ReadOnlySpan{char}, IReadOnlyDictionary{string, double}, double)"/>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> or <paramref name="thresholds"/> is null.</exception>
    public ImmutableArray<LabelProbability> PredictLabels(string text, IReadOnlyDictionary<string, double> thresholds, double threshold)
    {
        ArgumentNullException.ThrowIfNull(text);
        return PredictLabels(text.AsSpan(), thresholds, threshold);
    }

    /// <summary>All labels with their probabilities for a text.</summary>
    /// <param name="text">The text; an empty one too is given probabilities, by the biases alone.</param>
    /// <returns>A label and its probability for each of <see cref="Labels"/>, in their order. Allocates the array alone.</returns>
    /// <exception cref="ArgumentException">The text has more than 16,777,216 words.</exception>
    /// <exception cref="ArithmeticException">The weights, all finite, overflow on the way to the logit.</exception>
    public ImmutableArray<LabelProbability> PredictProbabilities(ReadOnlySpan<char> text)
    {
        PredictionScratch scratch = Encode(text);
        double[] probabilities = scratch.Probabilities;
        Model.Network.Output.Function.ClassProbabilities(Forward(scratch.Predicting, scratch).Logits, probabilities);
        var all = ImmutableArray.CreateBuilder<LabelProbability>(probabilities.Length);
        for (int label = 0; label < probabilities.Length; label++)
            all.Add(new LabelProbability(Labels[label], probabilities[label]));
        return all.MoveToImmutable();
    }

    /// <inheritdoc cref="PredictProbabilities(ReadOnlySpan{char})"/>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public ImmutableArray<LabelProbability> PredictProbabilities(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return PredictProbabilities(text.AsSpan());
    }

    /// <summary>The probabilities of all labels for a text, without allocating, as <see cref="Predict(ReadOnlySpan{char})"/>.</summary>
    /// <param name="text">The text; an empty one too is given probabilities, by the biases alone.</param>
    /// <param name="probabilities">Receives a probability for each of <see cref="Labels"/>, in their order; what is longer stays as it is.</param>
    /// <exception cref="ArgumentException"><paramref name="probabilities"/> is shorter than <see cref="Labels"/>, or the text has more than 16,777,216 words.</exception>
    /// <exception cref="ArithmeticException">The weights, all finite, overflow on the way to the logit.</exception>
    public void PredictProbabilities(ReadOnlySpan<char> text, Span<double> probabilities)
    {
        if (probabilities.Length < Labels.Length)
            throw new ArgumentException($"there is room for {probabilities.Length} probabilities; there are {Labels.Length} labels", nameof(probabilities));
        PredictionScratch scratch = Encode(text);
        Model.Network.Output.Function.ClassProbabilities(Forward(scratch.Predicting, scratch).Logits, probabilities[..Labels.Length]);
    }

    /// <param name="text">The text.</param>
    /// <param name="most">The most labels.</param>
    /// <param name="thresholds">The least probability of each label, or one for all.</param>
    private ImmutableArray<LabelProbability> Ranked(ReadOnlySpan<char> text, int most, ReadOnlySpan<double> thresholds)
    {
        PredictionScratch scratch = Encode(text);
        ReadOnlySpan<float> logits = Forward(scratch.Predicting, scratch).Logits;
        double[] probabilities = scratch.Probabilities;
        Model.Network.Output.Function.ClassProbabilities(logits, probabilities);
        var ranking = new LabelRanking(most);
        for (int label = 0; label < probabilities.Length; label++)
        {
            if (probabilities[label] >= thresholds[thresholds.Length == 1 ? 0 : label]) ranking.Add(label, Model.Network.Output.Function.Score(logits, label));
        }

        return [.. ranking.Take().Select(label => new LabelProbability(Labels[label], probabilities[label]))];
    }
}
