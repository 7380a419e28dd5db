using System.Reflection;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Benchmarks.Accuracy;

/// <summary>The library, with options that are the same for all sets.</summary>
/// <param name="name">What the command line calls it.</param>
/// <param name="title">What it is, behind the library's name.</param>
/// <param name="options">The options for a seed.</param>
internal sealed class OwnRow(string name, string title, Func<int, TrainingOptions> options) : IAccuracyRow
{
    private static readonly Assembly _library = typeof(Trainer).Assembly;

    public string Name => name;

    public string Title => $"MaxPoolConvNet {_library.GetName().Version!.ToString(3)}, {title}";

    /// <summary>The build of the library stands for its code and defaults: a figure of another build isn't this library's.</summary>
    public string Configuration => $"build {_library.ManifestModule.ModuleVersionId}, {title}";

    public IReadOnlyList<string> Predict(IReadOnlyList<LabeledText> training, IReadOnlyList<string> texts, int seed)
    {
        TextClassifier classifier = new Trainer(options(seed)).Train(training).Classifier;
        return [.. texts.Select(text => classifier.Predict(text).Label)];
    }
}
