using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Training;

/// <summary>A training before its networks take memory: the encoded texts, the resolved options, and the plan of folds.</summary>
internal sealed class PreparedTraining
{
    /// <param name="startOf">Returns the start of a training on some texts.</param>
    /// <param name="split">The training texts and the held-out texts.</param>
    /// <param name="given">The options as they were given.</param>
    /// <param name="oneByOne">Whether networks may train one after the other, if nothing is to be known of all between epochs.</param>
    /// <exception cref="ArgumentException">There are more ranks than can share the filters, or other ranks have other
    /// texts.</exception>
    public PreparedTraining(
        Func<IReadOnlyList<LabeledText>, TrainingStart> startOf, TextSplit split, TrainingOptions given, bool oneByOne)
    {
        StartOf = startOf;
        Split = split;
        Start = startOf(split.Training);
        ErrorWeights? weights = ErrorWeights.Of(given.ClassWeights, Start.Labels);
        var division = new TextDivision(given.Ranks, given.ThreadCount);
        Training = new EncodedTexts(split.Training, Start.Encoder, Start.Labels, "training", weights, division);
        division.CheckSame(split.HeldOut, Start.Encoder.Tokenizer);
        HeldOut = new EncodedTexts(split.HeldOut, Start.Encoder, Start.Labels, "held-out", weights: null, division);
        Options = Start.Options.Resolve(Training.Count, Start.Labels.Labels.Length) with { LabelsPerText = Start.Labels.LabelsPerText };
        Folds = FoldPlan.Of(split.Training, Start.Labels.Labels.Length, Options);
        OneByOne = oneByOne && split.HeldOut.Count == 0 && Options.Checkpoint is null && Options.Ranks is null;
        int[] textCounts = [.. Enumerable.Repeat(Training.Count, Options.Networks), .. Folds.Parts.Select(part => part.Training.Count)];
        Division = NetworkDivision.Of(Options, textCounts);
        Memory = new TrainingMemory(this);
    }

    public Func<IReadOnlyList<LabeledText>, TrainingStart> StartOf { get; }

    public TextSplit Split { get; }

    public TrainingStart Start { get; }

    public EncodedTexts Training { get; }

    public EncodedTexts HeldOut { get; }

    public TrainingOptions Options { get; }

    public FoldPlan Folds { get; }

    /// <summary>Which ranks train which networks.</summary>
    public NetworkDivision Division { get; }

    /// <summary>
    /// Whether each network trains from start to end before the next one begins, which takes the memory of as many networks as there are
    /// threads. Held-out texts and checkpoints need the state of all networks after each epoch.
    /// </summary>
    public bool OneByOne { get; }

    public TrainingMemory Memory { get; }
}
