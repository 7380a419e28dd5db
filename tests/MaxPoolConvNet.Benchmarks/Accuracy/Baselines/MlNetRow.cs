using System.Reflection;
using MaxPoolConvNet.Text;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MaxPoolConvNet.Benchmarks.Accuracy.Baselines;

/// <summary>
/// ML.NET's own features of a text (FeaturizeText: words, pairs of words, triples of characters) with one of its linear trainers. It gets
/// the texts as they are: its tokenizer is part of it.
/// </summary>
internal abstract class MlNetRow : IAccuracyRow
{
    protected const string Features = nameof(Features);

    private const string LabelNumber = nameof(LabelNumber);
    private const string PredictedLabel = nameof(PredictedLabel);

    // the package's version; the assembly's own stays 1.0.0 for all of them
    private static readonly string _version =
        typeof(MLContext).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+', ' ')[0];

    public abstract string Name { get; }

    public string Title => $"ML.NET, FeaturizeText and {Trainers}";

    public string Configuration => $"Microsoft.ML {_version}, texts in random order, FeaturizeText with its defaults, {Settings}";

    /// <summary>The trainers' names.</summary>
    protected abstract string Trainers { get; }

    /// <summary>What isn't their default.</summary>
    protected abstract string Settings { get; }

    public IReadOnlyList<string> Predict(IReadOnlyList<LabeledText> training, IReadOnlyList<string> texts, int seed)
    {
        var context = new MLContext(seed);
        var labels = new LabelNumbers(training);
        MlNetText Row(string text, int label) => new() { Text = text, Label = labels[label], IsSecond = label == 1 };
        IDataView input = context.Data.LoadFromEnumerable(
            RandomOrder.Of(training, seed).Select(text => Row(text.Text, labels.NumberOf(text.Label))));
        IDataView test = context.Data.LoadFromEnumerable(texts.Select(text => Row(text, label: 0)));
        IEstimator<ITransformer> features = context.Transforms.Text.FeaturizeText(Features, nameof(MlNetText.Text));
        if (labels.Count == 2)
        {
            var pipeline = features.AppendCacheCheckpoint(context).Append(Binary(context, nameof(MlNetText.IsSecond)));
            IDataView scored = pipeline.Fit(input).Transform(test);
            return [.. scored.GetColumn<bool>(PredictedLabel).Select(isSecond => labels[isSecond ? 1 : 0])];
        }

        var multiclass = features
            .Append(context.Transforms.Conversion.MapValueToKey(LabelNumber, nameof(MlNetText.Label)))
            .AppendCacheCheckpoint(context)
            .Append(Multiclass(context, LabelNumber))
            .Append(context.Transforms.Conversion.MapKeyToValue(PredictedLabel));
        return [.. multiclass.Fit(input).Transform(test).GetColumn<string>(PredictedLabel)];
    }

    /// <summary>The trainer for two labels, of <see cref="Features"/> and a column of truth values.</summary>
    protected abstract IEstimator<ITransformer> Binary(MLContext context, string label);

    /// <summary>The trainer for more labels, of <see cref="Features"/> and a column of keys.</summary>
    protected abstract IEstimator<ITransformer> Multiclass(MLContext context, string label);
}
