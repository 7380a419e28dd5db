using MaxPoolConvNet.Samples.WebDemo;
using MaxPoolConvNet.Training;
using Microsoft.Extensions.Options;

namespace MaxPoolConvNet.WebDemo.Tests;

/// <summary>A model file of the embedded reviews, trained once for all tests: an app that finds it starts at once and has nothing to learn.</summary>
internal static class PreparedModel
{
    private static readonly Lazy<(byte[] File, long EstimatedMemoryBytes)> _model = new(Make);

    /// <summary>The memory that its training was estimated to need.</summary>
    public static long EstimatedMemoryBytes => _model.Value.EstimatedMemoryBytes;

    public static void CopyTo(string path) => File.WriteAllBytes(path, _model.Value.File);

    private static (byte[] File, long EstimatedMemoryBytes) Make()
    {
        var learning = new LearningOptions();
        var texts = new StartingTexts(Options.Create(new DemoOptions()), Options.Create(learning));
        IReadOnlyList<MaxPoolConvNet.Text.LabeledText> training = texts.SplitWith([]).Training;
        TrainingResult result = new Trainer(learning.Training with { Threads = null }).Train(training);
        using var file = new MemoryStream();
        result.Classifier.Save(file, new ModelNotes(texts.Id, 0, IsFirst: false, training.Count).ToSaveOptions());
        return (file.ToArray(), result.EstimatedMemoryBytes);
    }
}
