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

    public override IReadOnlyList<string> Files => [Training, Test];

    public override string Protocol => $"{Measure.Name}, test file, seeds 1 to {Seeds}";

    public override IReadOnlyList<Trial> Trials(string folder)
    {
        var split = new TextSplit(Read(folder, Training), Read(folder, Test));
        string fingerprint = TextFingerprint.Of(split);
        return [.. Enumerable.Range(1, Seeds).Select(seed => new Trial($"seed {seed}", split, fingerprint, seed))];
    }

    private LabeledTexts Read(string folder, string file) => LabeledTextFile.Read(Path.Combine(folder, file), Form);
}
