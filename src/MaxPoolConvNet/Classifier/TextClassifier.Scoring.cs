namespace MaxPoolConvNet;

/// <content>The probabilities of all labels for a text.</content>
public sealed partial class TextClassifier
{
    /// <summary>Computes the probability of every label for a text.</summary>
    /// <param name="text">The text. An empty text is scored by the biases alone.</param>
    /// <returns>The scores, which give the best label, the probability of a label by name, the top k labels and the labels above a
    /// threshold.</returns>
    /// <exception cref="ArgumentException">The text has more than 16,777,216 words.</exception>
    /// <exception cref="ArithmeticException">The weights are finite, but the logit overflows.</exception>
    public LabelScores Score(ReadOnlySpan<char> text)
    {
        var scores = new LabelScores(this);
        Score(text, scores);
        return scores;
    }

    /// <inheritdoc cref="Score(ReadOnlySpan{char})"/>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    public LabelScores Score(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Score(text.AsSpan());
    }

    /// <summary>Computes the probability of every label for a text into reusable scores, without allocating.</summary>
    /// <param name="text">The text. An empty text is scored by the biases alone.</param>
    /// <param name="scores">Receives the scores of the text. It must have been created for this classifier.</param>
    /// <exception cref="ArgumentNullException"><paramref name="scores"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The scores were created for another classifier, or the text has more than 16,777,216
    /// words.</exception>
    /// <exception cref="ArithmeticException">The weights are finite, but the logit overflows.</exception>
    public void Score(ReadOnlySpan<char> text, LabelScores scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        PredictionScratch scratch = Encode(text);
        scores.Set(Model, Forward(scratch.Predicting, scratch).Logits, scratch.Encoded);
    }

    /// <inheritdoc cref="Score(ReadOnlySpan{char}, LabelScores)"/>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> or <paramref name="scores"/> is <see langword="null"/>.</exception>
    public void Score(string text, LabelScores scores)
    {
        ArgumentNullException.ThrowIfNull(text);
        Score(text.AsSpan(), scores);
    }
}
