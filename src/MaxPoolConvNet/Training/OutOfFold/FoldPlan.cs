using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Training;

/// <summary>Which training texts fold networks train on, and which they hold out and predict.</summary>
internal sealed class FoldPlan
{
    /// <summary>The number of texts from which on a fifth of them is enough to calibrate on.</summary>
    private const int ManyTexts = 5_000;

    /// <summary>About how many texts get a prediction if there are very many.</summary>
    private const int PredictedOfVeryMany = 20_000;

    /// <summary>The least number of out-of-fold predictions that say anything about probabilities.</summary>
    private const int FewestScores = 20;

    /// <summary>The most logits that are kept.</summary>
    private const int MostLogits = 20_000_000;

    private FoldPlan(IReadOnlyList<LabeledText> scored, IReadOnlyList<FoldPart> parts, int rounds, string? whyNone, int[] leftOut)
    {
        Scored = scored;
        Parts = parts;
        Rounds = rounds;
        WhyNone = whyNone;
        LeftOut = leftOut;
    }

    /// <summary>The training texts that get a prediction, each of them once in every round.</summary>
    public IReadOnlyList<LabeledText> Scored { get; }

    /// <summary>The parts of all rounds, each of which has one network; empty if no fold networks are trained.</summary>
    public IReadOnlyList<FoldPart> Parts { get; }

    /// <summary>
    /// The training texts, by their indices, that the last of the classifier's networks leaves out and predicts: <see cref="Scored"/>;
    /// empty if fold networks predict them.
    /// </summary>
    public int[] LeftOut { get; }

    /// <summary>The number of rounds, and of networks whose logits are averaged for a text.</summary>
    public int Rounds { get; }

    /// <summary>Why there are no fold networks although they were asked for; null if there are some or none were asked for.</summary>
    public string? WhyNone { get; }

    /// <summary>Without fold networks.</summary>
    public static FoldPlan None { get; } = new([], [], 0, null, []);

    /// <summary>Plans the folds of a training.</summary>
    /// <remarks>
    /// To calibrate, every text is held out once in thirds, or, if there are many, only a fifth of them is. A temperature for one network
    /// is nearly that for an average. If there are very many, the last of several networks can do without a few of them. For acceptance,
    /// every text is held out in thirds of three rounds, each divided anew, and predicted by the average of three networks: a single one
    /// would be wrong so much more often than the classifier that its promises would give coverage away, and so would three that were
    /// trained on the same two thirds.
    /// </remarks>
    /// <param name="texts">The training texts.</param>
    /// <param name="labelCount">The number of labels of the training.</param>
    /// <param name="options">The resolved options.</param>
    public static FoldPlan Of(IReadOnlyList<LabeledText> texts, int labelCount, TrainingOptions options)
    {
        if (!options.Acceptance && options.Calibration == Calibration.None) return None;
        if (texts.Count < FewestScores)
            return Without($"there are {LabelList.Texts(texts.Count)} to train on; at least {FewestScores} are needed");
        int rounds = options.Acceptance ? Math.Min(3, options.Networks) : 1;
        bool isLast = !options.Acceptance && texts.Count >= TrainingDefaults.VeryManyTexts && options.Networks > 1;
        (int folds, int trained) = isLast
            ? (texts.Count / PredictedOfVeryMany, 1)
            : options.Acceptance || texts.Count < ManyTexts ? (3, 3) : (5, 1);
        FoldRound[] all =
            [.. Enumerable.Range(0, rounds).Select(round => new FoldRound(texts, folds, trained, options.Seed + (ulong)round))];
        int[] scored = Thinned(
            [.. Enumerable.Range(0, texts.Count).Where(text => Array.TrueForAll(all, round => round.Predicts(text)))],
            MostLogits / labelCount);
        LabeledText[] scoredTexts = [.. scored.Select(text => texts[text])];
        return scored.Length >= FewestScores && FoldRound.AreOfTwoKinds(scoredTexts)
            ? new FoldPlan(
                scoredTexts, isLast ? [] : [.. all.SelectMany(round => round.Parts(scored))], rounds, null, isLast ? scored : [])
            : Without($"fewer than two labels have two texts, or fewer than {FewestScores} texts share a label with others");
    }

    private static FoldPlan Without(string why) => new([], [], 0, why, []);

    /// <summary>Leaves out texts at equal distances if there are too many.</summary>
    private static int[] Thinned(int[] texts, int most) => texts.Length <= most
        ? texts
        : [.. Enumerable.Range(0, most).Select(one => texts[(int)((long)one * texts.Length / most)])];
}
