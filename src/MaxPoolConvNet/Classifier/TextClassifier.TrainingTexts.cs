using MaxPoolConvNet.Training;

namespace MaxPoolConvNet;

/// <content>Which texts the classifier was trained on.</content>
public sealed partial class TextClassifier
{
    /// <summary>Whether the classifier remembers its training texts (see <see cref="TrainingOptions.RememberTexts"/>).</summary>
    public bool RemembersTexts => Model.Texts is not null;

    /// <summary>Returns whether a text was one of the training texts: the same words in the same order.</summary>
    /// <remarks>A text that wasn't is taken for one with a probability of less than 1 in 10¹² per million training texts.</remarks>
    /// <param name="text">The text; may be empty.</param>
    /// <returns><see langword="null"/> if the classifier doesn't remember its training texts.</returns>
    public bool? WasTrainedOn(ReadOnlySpan<char> text) => Model.Texts?.Contains(Model.Encoder.Tokenizer, text);
}
