using System.Globalization;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>The texts of a search, split for training, validation and test.</summary>
internal sealed class TuningTexts
{
    private const double FractionToChooseOn = 0.2;
    private const int FewestToChooseOn = 20;

    private TuningTexts(TextSplit choice, TextSplit test)
    {
        (Learning, Choice) = (choice.Training, choice.HeldOut);
        (LearningAndChoice, Test) = (test.Training, test.HeldOut);
    }

    /// <summary>The training texts of the trials.</summary>
    public IReadOnlyList<LabeledText> Learning { get; }

    /// <summary>The validation texts, on which trials are compared.</summary>
    public IReadOnlyList<LabeledText> Choice { get; }

    /// <summary>The training texts of the final trainings.</summary>
    public IReadOnlyList<LabeledText> LearningAndChoice { get; }

    /// <summary>The held-out texts of the final test, which take no part in the choice.</summary>
    public IReadOnlyList<LabeledText> Test { get; }

    /// <param name="split">The texts for training and validation, and the held-out texts.</param>
    /// <param name="seed">The seed of the draw of the validation texts.</param>
    public static TuningTexts Of(TextSplit split, ulong seed)
    {
        var texts = new TuningTexts(StratifiedSplit.HoldOut(split.Training, FractionToChooseOn, seed), split);
        if (texts.Choice.Count >= FewestToChooseOn) return texts;
        throw new ArgumentException(string.Create(
            CultureInfo.InvariantCulture,
            $"{split.Training.Count} texts leave {texts.Choice.Count} validation texts; "
            + $"at least {FewestToChooseOn} were expected, and a few hundred are better"));
    }
}
