using MaxPoolConvNet.Training;

namespace MaxPoolConvNet;

/// <content>What the classifier was trained on.</content>
public sealed partial class TextClassifier
{
    /// <summary>Whether the classifier remembers its training texts (see <see cref="TrainingOptions.RememberTexts"/>).</summary>
    public bool RemembersTexts => Model.Texts is not null;

    /// <summary>Returns whether a text was one of the training texts: the same words in the same order.</summary>
    /// <remarks>A text that wasn't is taken for one with a probability of less than 1 in 10¹² per million training texts.</remarks>
    /// <param name="text">The text; may be empty.</param>
    /// <returns><see langword="null"/> if the classifier doesn't remember its training texts.</returns>
    public bool? WasTrainedOn(ReadOnlySpan<char> text) => Model.Texts?.Contains(Model.Encoder.Tokenizer, text);

    /// <summary>Returns the fraction of the training texts that had a label, to compare the fraction of predictions with.</summary>
    /// <remarks>If each text has one label, the fractions of all labels sum to 1. If training was continued, the texts of all trainings
    /// count.</remarks>
    /// <param name="label">One of <see cref="Labels"/>.</param>
    /// <returns>From 0 to 1; <see langword="null"/> if the classifier wasn't trained by this library, or was saved by a version before
    /// 0.9.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="label"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The classifier has no such label.</exception>
    public double? TrainingShareOf(string label)
    {
        ArgumentNullException.ThrowIfNull(label);
        int index = Model.Labels.Get(label, nameof(label));
        return Model.LabelCounts is { } counts ? (double)counts.Counts[index] / counts.TextCount : null;
    }
}
