using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

/// <summary>Trainings that are prepared, and never begin.</summary>
internal static class PreparedTrainings
{
    public static PreparedTraining Fresh(TrainingOptions options, LabeledText[] texts, LabeledText[]? heldOut = null, bool oneByOne = false) => new(
        part => FreshStart.Of(options, TrainingLabels.Of(part, LabelsPerText.FromData), part), new TextSplit(texts, heldOut ?? []), options, oneByOne);

    public static PreparedTraining Continued(TextClassifier given, TrainingOptions options, LabeledText[] texts) => new(
        part => ContinuedStart.Of(options, given.Model.Labels, given.Model, part), new TextSplit(texts, []), options, oneByOne: false);
}
