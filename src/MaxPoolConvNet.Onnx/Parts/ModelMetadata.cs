using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Onnx.Schema;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Onnx.Parts;

/// <summary>What a model says about itself: strings by name.</summary>
internal static class ModelMetadata
{
    private const string Producer = "MaxPoolConvNet";
    private const string Description =
        "A text classifier: a convolution over the words, a max-pool over positions, and probabilities of labels.";

    public static void Add(ModelProto model, TextClassifier classifier, OutputKind output, OnnxOptions options)
    {
        string version = Version();
        model.ProducerName = Producer;
        model.ProducerVersion = version;
        model.DocString = Description;
        Add(model, "version", version);
        Add(model, "labels", new JsonArray([.. classifier.Labels.Select(label => JsonValue.Create(label))]).ToJsonString());
        Add(model, "output", output.ToString());
        Add(model, "input", options.Input.ToString());
        Add(model, "words", classifier.Vocabulary.Count.ToString(CultureInfo.InvariantCulture));
        Add(model, "unknownWords", classifier.Vocabulary.UnknownWords.ToString());
        Add(model, "tokenizer", TokenizerJson(classifier.Tokenizer).ToJsonString());
        if (classifier.Calibration is { } calibration) Add(model, "calibration", CalibrationJson(calibration).ToJsonString());
        Add(model, "checksum", classifier.Checksum);
        foreach ((string name, string value) in classifier.Metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            Add(model, "user." + name, value);
    }

    private static void Add(ModelProto model, string key, string value) =>
        model.MetadataProps.Add(new StringStringEntryProto { Key = key, Value = value });

    /// <summary>The version of the library, without the commit behind it.</summary>
    private static string Version() =>
        typeof(TextClassifier).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>The tokenizer as in a model file.</summary>
    private static JsonObject TokenizerJson(ITokenizer tokenizer) => tokenizer switch
    {
        WordTokenizer words => WordsJson(nameof(WordTokenizer), words.Options),
        SubwordTokenizer subwords => SubwordsJson(subwords),
        WhitespaceTokenizer => new JsonObject { ["type"] = nameof(WhitespaceTokenizer) },
        _ => new JsonObject { ["type"] = "other", ["name"] = tokenizer.GetType().FullName },
    };

    private static JsonObject SubwordsJson(SubwordTokenizer subwords)
    {
        JsonObject json = WordsJson(nameof(SubwordTokenizer), subwords.Options);
        json["length"] = subwords.Length;
        return json;
    }

    private static JsonObject WordsJson(string type, WordTokenizerOptions options) =>
        new() { ["type"] = type, ["rules"] = options.RulesVersion, ["lowerCase"] = options.LowerCase };

    private static JsonObject CalibrationJson(CalibrationReport calibration) => calibration.Temperature is { } temperature
        ? new JsonObject { ["temperature"] = temperature }
        : new JsonObject { ["slopes"] = Numbers(calibration.Slopes), ["offsets"] = Numbers(calibration.Offsets) };

    private static JsonArray Numbers(IEnumerable<double> numbers) => new([.. numbers.Select(number => JsonValue.Create(number))]);
}
