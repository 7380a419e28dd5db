using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Benchmarks.Accuracy;

/// <summary>A set of one file, tested by stratified folds.</summary>
/// <param name="Name">What the command line calls it.</param>
/// <param name="Title">What the table calls it.</param>
/// <param name="File">Its file, from the data folder on.</param>
/// <param name="Form">How the file is written.</param>
/// <param name="Folds">The number of folds.</param>
internal sealed record CrossValidatedSet(string Name, string Title, string File, LabeledTextFileOptions Form, int Folds)
    : AccuracySet(Name, Title)
{
    /// <summary>Of the folds and, as in the library's cross-validation, of what each fold trains.</summary>
    private const int Seed = 1;

    public override IReadOnlyList<string> Files => [File];

    public override string Protocol => $"{Measure.Name}, {Folds} stratified folds";

    public override IReadOnlyList<Trial> Trials(string folder)
    {
        LabeledTexts texts = LabeledTextFile.Read(Path.Combine(folder, File), Form);
        return
        [
            .. StratifiedSplit.Folds(texts, Folds, Seed)
                .Select((split, fold) => new Trial($"fold {fold + 1} of {Folds}", split, TextFingerprint.Of(split), Seed)),
        ];
    }
}
