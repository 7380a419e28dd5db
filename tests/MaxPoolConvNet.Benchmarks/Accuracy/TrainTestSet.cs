using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Benchmarks.Accuracy;

/// <summary>A set of a file to learn from and one to test on, tested with several seeds.</summary>
/// <param name="Name">What the command line calls it.</param>
/// <param name="Title">What the table calls it.</param>
/// <param name="Training">The file to learn from, from the data folder on.</param>
/// <param name="Test">The file to test on, from the data folder on.</param>
/// <param name="Form">How the files are written.</param>
internal sealed record TrainTestSet(string Name, string Title, string Training, string Test, LabeledTextFileOptions Form)
    : AccuracySet(Name, Title)
{
    private const int Seeds = 5;

    /// <summary>How many texts each seed draws to learn from; all by default.</summary>
    public int? MostTraining { get; init; }

    /// <summary>How many texts each seed draws to test on; all by default.</summary>
    public int? MostTest { get; init; }

    public override IReadOnlyList<string> Files => [Training, Test];

    public override string Protocol =>
        $"{Measure.Name}, {Drawn(MostTest)}test file, {Drawn(MostTraining)}training file, seeds 1 to {Seeds}";

    public override IReadOnlyList<Trial> Trials(string folder)
    {
        (LabeledTexts training, LabeledTexts test) = (Read(folder, Training), Read(folder, Test));
        return [.. Enumerable.Range(1, Seeds).Select(seed => Trial(new TextSplit(Draw(training, MostTraining, seed), Draw(test, MostTest, seed)), seed))];
    }

    private static Trial Trial(TextSplit split, int seed) => new($"seed {seed}", split, TextFingerprint.Of(split), seed);

    /// <summary>Draws texts, about as many of each label as there are in all.</summary>
    private static IReadOnlyList<LabeledText> Draw(LabeledTexts texts, int? most, int seed) =>
        most is { } count ? StratifiedSplit.HoldOut(texts, (double)count / texts.Count, (ulong)seed).HeldOut : texts;

    private static string Drawn(int? count) => count is { } some ? $"{some} texts of the " : "";

    private LabeledTexts Read(string folder, string file) => LabeledTextFile.Read(Path.Combine(folder, file), Form);
}
