using System.Globalization;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>The parts that texts are divided into.</summary>
internal sealed class TuningTexts
{
    private const double PartToChooseOn = 0.2;
    private const int FewestToChooseOn = 20;

    private TuningTexts(TextSplit choice, TextSplit test)
    {
        (Learning, Choice) = (choice.Training, choice.HeldOut);
        (LearningAndChoice, Test) = (test.Training, test.HeldOut);
    }

    /// <summary>What trials learn from.</summary>
    public IReadOnlyList<LabeledText> Learning { get; }

    /// <summary>What trials are compared on.</summary>
    public IReadOnlyList<LabeledText> Choice { get; }

    /// <summary>What the last trainings learn from.</summary>
    public IReadOnlyList<LabeledText> LearningAndChoice { get; }

    /// <summary>What chooses nothing and gives the final figures.</summary>
    public IReadOnlyList<LabeledText> Test { get; }

    /// <param name="split">Texts to learn from and choose on, and the held-out ones to test on.</param>
    /// <param name="seed">Of the texts to choose on.</param>
    public static TuningTexts Of(TextSplit split, ulong seed)
    {
        var texts = new TuningTexts(StratifiedSplit.HoldOut(split.Training, PartToChooseOn, seed), split);
        if (texts.Choice.Count >= FewestToChooseOn) return texts;
        throw new ArgumentException(string.Create(
            CultureInfo.InvariantCulture,
            $"{split.Training.Count} texts leave {texts.Choice.Count} to choose settings on; "
            + $"at least {FewestToChooseOn} were expected, and a few hundred make sense"));
    }
}
