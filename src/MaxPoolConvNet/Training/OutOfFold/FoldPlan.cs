using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Training;

/// <summary>The parts of the training texts that fold networks hold out.</summary>
internal sealed class FoldPlan
{
    /// <summary>The number of texts from which on a fifth of them is enough to calibrate on.</summary>
    private const int ManyTexts = 5_000;

    /// <summary>The least number of out-of-fold predictions that say anything about probabilities.</summary>
    private const int FewestScores = 20;

    private FoldPlan(IReadOnlyList<TextSplit> splits, string? whyNone)
    {
        Splits = splits;
        WhyNone = whyNone;
    }

    /// <summary>One split per fold network; empty if none are trained.</summary>
    public IReadOnlyList<TextSplit> Splits { get; }

    /// <summary>Why there are no fold networks although they were asked for; null if there are some or none were asked for.</summary>
    public string? WhyNone { get; }

    /// <summary>Without fold networks.</summary>
    public static FoldPlan None { get; } = new([], null);

    /// <summary>Plans the folds of a training.</summary>
    /// <remarks>
    /// To calibrate, every text is held out once in thirds, or, if there are many, only a fifth of them is. For acceptance, every text is
    /// held out once in fifths.
    /// </remarks>
    public static FoldPlan Of(IReadOnlyList<LabeledText> texts, TrainingOptions options)
    {
        if (!options.Acceptance && options.Calibration == Calibration.None) return None;
        if (texts.Count < FewestScores)
            return new FoldPlan([], $"there are {LabelList.Texts(texts.Count)} to train on; at least {FewestScores} are needed");
        int parts = options.Acceptance || texts.Count >= ManyTexts ? 5 : 3;
        int trained = options.Acceptance || texts.Count < ManyTexts ? parts : 1;
        TextSplit[] splits =
        [
            .. StratifiedSplit.FoldsOfAny(texts, parts, options.Seed).Take(trained).Select(WithKnownLabels)
                .Where(split => AreOfTwoKinds(split.Training)),
        ];
        LabeledText[] scored = [.. splits.SelectMany(split => split.HeldOut)];
        return scored.Length >= FewestScores && AreOfTwoKinds(scored)
            ? new FoldPlan(splits, null)
            : new FoldPlan([], $"fewer than two labels have two texts, or fewer than {FewestScores} texts share a label with others");
    }

    /// <summary>Drops held-out texts with a label that no text of the training part has: its network can't know that label.</summary>
    private static TextSplit WithKnownLabels(TextSplit split)
    {
        HashSet<string> known = [.. split.Training.SelectMany(text => text.Labels)];
        return new TextSplit(split.Training, [.. split.HeldOut.Where(text => text.Labels.All(known.Contains))]);
    }

    private static bool AreOfTwoKinds(IReadOnlyList<LabeledText> texts) =>
        texts.Any(text => !text.Labels.SequenceEqual(texts[0].Labels));
}
