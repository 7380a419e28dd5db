using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;
using Microsoft.Extensions.Options;

namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>
/// Makes the model file before the app starts, if there is none for its texts. It is trained on a sample, so that the first answer
/// comes soon; the <see cref="Learner"/> replaces it by a model of all texts.
/// </summary>
internal sealed partial class FirstModel(
    StartingTexts texts, CorrectionStore corrections, IOptions<DemoOptions> options, ILogger<FirstModel> logger)
{
    private const int SampleSize = 1_000;

    /// <summary>Makes the file. The classifier's options demand it, so this comes before the host's start.</summary>
    public void Make()
    {
        string path = options.Value.ModelPath;
        if (IsUsable(path)) return;
        Directory.CreateDirectory(options.Value.Folder);
        IReadOnlyList<LabeledText> sample = Sample(texts.SplitWith(corrections.Current.All).Training);
        Making(sample.Count, path);
        TrainingResult result = new Trainer(new TrainingOptions { Networks = 1, Acceptance = true }).Train(sample);
        result.Classifier.Save(path, new ModelNotes(texts.Id, 0, IsFirst: true, sample.Count).ToSaveOptions());
    }

    /// <summary>Whether there is a model of these texts. A damaged one loses nothing: all is in the texts and corrections.</summary>
    private bool IsUsable(string path)
    {
        if (!File.Exists(path)) return false;
        try
        {
            return ModelNotes.Of(TextClassifier.Load(path)).TextsId == texts.Id;
        }
        catch (Exception problem) when (problem is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            Unusable(problem.Message);
            return false;
        }
    }

    /// <summary>Some texts of each label.</summary>
    private static IReadOnlyList<LabeledText> Sample(IReadOnlyList<LabeledText> all)
    {
        if (all.Count <= SampleSize) return all;
        IReadOnlyList<LabeledText> sample = StratifiedSplit.HoldOut(all, (double)SampleSize / all.Count, seed: 1).HeldOut;
        HashSet<string> labels = [.. sample.Select(text => text.Label)];
        return [.. sample, .. all.Where(text => labels.Add(text.Label))];
    }

    [LoggerMessage(LogLevel.Information, "Training the first model on {Count} texts: {Path}")]
    private partial void Making(int count, string path);

    [LoggerMessage(LogLevel.Warning, "The model is trained anew: {Reason}")]
    private partial void Unusable(string reason);
}
