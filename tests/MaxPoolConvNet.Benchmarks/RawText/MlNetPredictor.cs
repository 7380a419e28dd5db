using System.Reflection;
using MaxPoolConvNet.Benchmarks.Accuracy.Baselines;
using MaxPoolConvNet.Text;
using Microsoft.ML;
using Microsoft.ML.Trainers;

namespace MaxPoolConvNet.Benchmarks.RawText;

/// <summary>
/// ML.NET's prediction engine with its own features of a text (FeaturizeText with its defaults: words, pairs of words, triples of characters)
/// and logistic regression by stochastic dual coordinate ascent on one thread. It gets the raw texts, in random order, and each text to
/// predict in an object that is used again.
/// </summary>
internal sealed class MlNetPredictor
{
    private const string Features = nameof(Features);

    private readonly LabelNumbers _labels;
    private readonly PredictionEngine<MlNetInput, MlNetOutput> _engine;
    private readonly MlNetInput _input = new();
    private MlNetOutput _output = new();

    public MlNetPredictor(IReadOnlyList<LabeledText> texts)
    {
        _labels = new LabelNumbers(texts);
        var context = new MLContext(seed: 1);
        IDataView input = context.Data.LoadFromEnumerable(
            RandomOrder.Of(texts, seed: 1).Select(text => new MlNetInput { Text = text.Text, IsSecond = _labels.NumberOf(text.Label) == 1 }));
        var trainer = new SdcaLogisticRegressionBinaryTrainer.Options
        {
            LabelColumnName = nameof(MlNetInput.IsSecond), FeatureColumnName = Features, NumberOfThreads = 1,
        };
        ITransformer model = context.Transforms.Text.FeaturizeText(Features, nameof(MlNetInput.Text))
            .AppendCacheCheckpoint(context)
            .Append(context.BinaryClassification.Trainers.SdcaLogisticRegression(trainer))
            .Fit(input);
        _engine = context.Model.CreatePredictionEngine<MlNetInput, MlNetOutput>(model);
    }

    /// <summary>The package's version; the assembly's own stays 1.0.0 for all of them.</summary>
    public static string Version { get; } =
        typeof(MLContext).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+', ' ')[0];

    /// <returns>The label, and how probable it is.</returns>
    public (string Label, double Probability) Predict(string text)
    {
        _input.Text = text;
        _engine.Predict(_input, ref _output);
        return _output.PredictedLabel ? (_labels[1], _output.Probability) : (_labels[0], 1 - _output.Probability);
    }
}
