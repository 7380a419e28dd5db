using MaxPoolConvNet.Samples.WebDemo;
using MaxPoolConvNet.Training;
using Microsoft.Extensions.Options;

namespace MaxPoolConvNet.WebDemo.Tests;

/// <summary>A model file of the embedded reviews, trained once for all tests, so that an app that finds it starts at once and has nothing to learn.</summary>
internal static class PreparedModel
{
    private static readonly Lazy<byte[]> _file = new(Make);

    public static void CopyTo(string path) => File.WriteAllBytes(path, _file.Value);

    private static byte[] Make()
    {
        var learning = new LearningOptions();
        var texts = new StartingTexts(Options.Create(new DemoOptions()), Options.Create(learning));
        IReadOnlyList<MaxPoolConvNet.Text.LabeledText> training = texts.SplitWith([]).Training;
        TextClassifier classifier = new Trainer(learning.Training with { Threads = null }).Train(training).Classifier;
        using var file = new MemoryStream();
        classifier.Save(file, new ModelNotes(texts.Id, 0, IsFirst: false, training.Count).ToSaveOptions());
        return file.ToArray();
    }
}
