using System.Reflection;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Benchmarks.Accuracy;

/// <summary>The library with its default options, and no word vectors.</summary>
internal sealed class OneHotRow : IAccuracyRow
{
    private static readonly Assembly _library = typeof(Trainer).Assembly;

    public string Name => "ours";

    public string Title => $"MaxPoolConvNet {_library.GetName().Version!.ToString(3)}, no vectors, default options";

    /// <summary>The build of the library stands for its code and defaults: a figure of another build isn't this library's.</summary>
    public string Configuration => $"build {_library.ManifestModule.ModuleVersionId}, default options, 1 thread";

    public IReadOnlyList<string> Predict(IReadOnlyList<LabeledText> training, IReadOnlyList<string> texts, int seed)
    {
        TextClassifier classifier = new Trainer(Configurations.OneHot(seed)).Train(training).Classifier;
        return [.. texts.Select(text => classifier.Predict(text).Label)];
    }
}
