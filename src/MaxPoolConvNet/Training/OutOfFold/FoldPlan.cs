using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Training;

/// <summary>The parts of the training texts that fold networks hold out.</summary>
internal sealed class FoldPlan
{
    /// <summary>The number of texts from which on a fifth of them is enough to calibrate on.</summary>
    private const int ManyTexts = 5_000;

    /// <summary>The least number of out-of-fold predictions that say anything about probabilities.</summary>
    private const int FewestScores = 20;

    private FoldPlan(IReadOnlyList<TextSplit> splits, int networksPerSplit, string? whyNone)
    {
        Splits = splits;
        NetworksPerSplit = networksPerSplit;
        WhyNone = whyNone;
    }

    /// <summary>The texts of each fold; empty if no fold networks are trained.</summary>
    public IReadOnlyList<TextSplit> Splits { get; }

    /// <summary>The number of networks that are trained on each split, and whose logits are averaged.</summary>
    public int NetworksPerSplit { get; }

    /// <summary>The number of fold networks.</summary>
    public int Networks => Splits.Count * NetworksPerSplit;

    /// <summary>The number of texts that each fold network trains on.</summary>
    public IEnumerable<int> TextCounts => Splits.SelectMany(split => Enumerable.Repeat(split.Training.Count, NetworksPerSplit));

    /// <summary>Why there are no fold networks although they were asked for; null if there are some or none were asked for.</summary>
    public string? WhyNone { get; }

    /// <summary>Without fold networks.</summary>
    public static FoldPlan None { get; } = new([], 0, null);

    /// <summary>Plans the folds of a training.</summary>
    /// <remarks>
    /// To calibrate, every text is held out once in thirds, or, if there are many, only a fifth of them is. A temperature for one network
    /// is nearly that for an average. For acceptance, every text is held out once in quarters, and predicted by an average of two networks:
    /// a single one would be wrong so much more often than the classifier that its promises would give coverage away.
    /// </remarks>
    public static FoldPlan Of(IReadOnlyList<LabeledText> texts, TrainingOptions options)
    {
        if (!options.Acceptance && options.Calibration == Calibration.None) return None;
        if (texts.Count < FewestScores)
            return new FoldPlan([], 0, $"there are {LabelList.Texts(texts.Count)} to train on; at least {FewestScores} are needed");
        (int parts, int trained) = options.Acceptance ? (4, 4) : texts.Count < ManyTexts ? (3, 3) : (5, 1);
        TextSplit[] splits =
        [
            .. StratifiedSplit.FoldsOfAny(texts, parts, options.Seed).Take(trained).Select(WithKnownLabels)
                .Where(split => AreOfTwoKinds(split.Training)),
        ];
        LabeledText[] scored = [.. splits.SelectMany(split => split.HeldOut)];
        return scored.Length >= FewestScores && AreOfTwoKinds(scored)
            ? new FoldPlan(splits, options.Acceptance ? Math.Min(2, options.Networks) : 1, null)
            : new FoldPlan([], 0, $"fewer than two labels have two texts, or fewer than {FewestScores} texts share a label with others");
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
