namespace MaxPoolConvNet;

/// <content>The probabilities of all labels of a text.</content>
public sealed partial class TextClassifier
{
    /// <summary>The probability of every label for a text.</summary>
    /// <param name="text">The text; an empty one is scored too, by the biases alone.</param>
    /// <returns>The scores: the best label, a label's by its name, the top k, those above a threshold.</returns>
    /// <exception cref="ArgumentException">The text has more than 16,777,216 words.</exception>
    /// <exception cref="ArithmeticException">The weights, all finite, overflow on the way to the logit.</exception>
    public LabelScores Score(ReadOnlySpan<char> text)
    {
        var scores = new LabelScores(this);
        Score(text, scores);
        return scores;
    }

    /// <inheritdoc cref="Score(ReadOnlySpan{char})"/>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public LabelScores Score(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Score(text.AsSpan());
    }

    /// <summary>The same into scores that are reused, without allocating.</summary>
    /// <param name="text">The text; an empty one is scored too, by the biases alone.</param>
    /// <param name="scores">Receives the scores of the text; made for this classifier.</param>
    /// <exception cref="ArgumentNullException"><paramref name="scores"/> is null.</exception>
    /// <exception cref="ArgumentException">The scores are another classifier's, or the text has more than 16,777,216 words.</exception>
    /// <exception cref="ArithmeticException">The weights, all finite, overflow on the way to the logit.</exception>
    public void Score(ReadOnlySpan<char> text, LabelScores scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        PredictionScratch scratch = Encode(text);
        scores.Set(Model, Forward(scratch.Predicting, scratch).Logits, scratch.Encoded);
    }

    /// <inheritdoc cref="Score(ReadOnlySpan{char}, LabelScores)"/>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> or <paramref name="scores"/> is null.</exception>
    public void Score(string text, LabelScores scores)
    {
        ArgumentNullException.ThrowIfNull(text);
        Score(text.AsSpan(), scores);
    }
}
