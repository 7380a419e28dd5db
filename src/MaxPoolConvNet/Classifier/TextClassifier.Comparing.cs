using System.Collections.Immutable;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet;

/// <content>What comparisons need.</content>
public sealed partial class TextClassifier
{
    /// <summary>Whether the classifier remembers its training texts (see <see cref="TrainingOptions.RememberTexts"/>).</summary>
    public bool RemembersTexts => Model.Texts is not null;

    /// <summary>Returns whether a text was one of the training texts: the same words in the same order.</summary>
    /// <remarks>A text that wasn't is taken for one with a probability of less than 1 in 10¹² per million training texts.</remarks>
    /// <param name="text">The text; may be empty.</param>
    /// <returns><see langword="null"/> if the classifier doesn't remember its training texts.</returns>
    public bool? WasTrainedOn(ReadOnlySpan<char> text) => Model.Texts?.Contains(Model.Encoder.Tokenizer, text);

    /// <summary>Returns the labels that the classifier predicts, and −L; NaN if it doesn't know a label of the text.</summary>
    internal (ImmutableArray<string> Labels, double Loss) Outcome(LabeledText text)
    {
        IOutputFunction<float> output = Model.Network.Output.Function;
        ReadOnlySpan<float> logits = Logits(text.Text);
        var labels = ImmutableArray.CreateBuilder<string>();
        if (!output.HasSeveralLabels) labels.Add(Labels[output.MostProbable(logits)]);
        for (int label = 0; output.HasSeveralLabels && label < logits.Length; label++)
        {
            if (output.ClassProbability(logits, label) >= OutputFunctions.UsualThreshold) labels.Add(Labels[label]);
        }

        bool isKnown = text.Labels.All(label => Model.Labels.Find(label) is not null);
        return (labels.ToImmutable(), isKnown ? -output.LogLikelihood(logits, Model.Labels.TargetOf(text, "test", 0)) : double.NaN);
    }
}
