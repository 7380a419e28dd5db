using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using MaxPoolConvNet.English;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tool.Files;

/// <summary>Loads, inspects and saves model files.</summary>
internal static class ModelFiles
{
    /// <summary>The metadata key of the training settings, in JSON.</summary>
    private const string Settings = "settings";

    /// <summary>Finds the word vectors of a file that refers to those that the tool brings.</summary>
    private static readonly LoadOptions _options = new()
    {
        FindVectors = name => name == EnglishVectors.Name ? EnglishVectors.Load() : null,
    };

    /// <exception cref="InvalidDataException">The file isn't a model, or it is damaged.</exception>
    public static TextClassifier Load(string path)
    {
        CheckExists(path);
        return TextClassifier.Load(path, _options);
    }

    /// <summary>
    /// Reads both from one open file, so that they belong to the same model even if the file is replaced meanwhile. A pipe works too.
    /// </summary>
    /// <exception cref="InvalidDataException">The file isn't a model, or it is damaged.</exception>
    public static (ModelFileInfo File, TextClassifier Classifier) Inspect(string path)
    {
        CheckExists(path);
        using FileStream stream = File.OpenRead(path);
        using MemoryStream? whole = stream.CanSeek ? null : new MemoryStream();
        if (whole is not null) stream.CopyTo(whole);
        Stream model = (Stream?)whole ?? stream;
        model.Position = 0;
        ModelFileInfo file = ModelFile.Inspect(model);
        model.Position = 0;
        return (file, TextClassifier.Load(model, _options));
    }

    /// <summary>Loads a model and computes the SHA-256 of its file, from one open file.</summary>
    /// <exception cref="InvalidDataException">The file isn't a model, or it is damaged.</exception>
    public static (TextClassifier Classifier, string Hash) LoadHashed(string path)
    {
        CheckExists(path);
        using FileStream stream = File.OpenRead(path);
        string hash = Convert.ToHexStringLower(SHA256.HashData(stream));
        stream.Position = 0;
        return (TextClassifier.Load(stream, _options), hash);
    }

    /// <param name="classifier">The classifier.</param>
    /// <param name="path">The file.</param>
    /// <param name="precision">The format of the weights; null for that in which the classifier has them.</param>
    /// <param name="referenced">The word vectors that the file refers to; null if it contains them.</param>
    /// <param name="settings">The settings of its training.</param>
    public static void Save(
        TextClassifier classifier, string path, WeightFormat? precision, WordVectors? referenced, JsonObject settings)
    {
        var metadata = new Dictionary<string, string> { [Settings] = settings.ToJsonString() };
        classifier.Save(path, new SaveOptions { WeightFormat = precision, ReferencedVectors = referenced, Metadata = metadata });
    }

    /// <summary>The most bytes that settings take in a model's header.</summary>
    public static long BytesOf(JsonObject settings) => BytesOf(Settings, settings.ToJsonString());

    /// <summary>The most bytes that metadata takes in a model's header.</summary>
    public static long BytesOf(IReadOnlyDictionary<string, string> metadata) => metadata.Sum(pair => BytesOf(pair.Key, pair.Value));

    /// <summary>The length of a file, links followed, in bytes.</summary>
    public static long LengthOf(string path)
    {
        using FileStream file = File.OpenRead(path);
        return file.Length;
    }

    /// <summary>The settings of a model's training; null if its file has no readable ones.</summary>
    public static JsonObject? SettingsOf(TextClassifier classifier)
    {
        try
        {
            return classifier.Metadata.TryGetValue(Settings, out string? json) ? JsonNode.Parse(json) as JsonObject : null;
        }
        catch (JsonException)
        {
            return null; // another program's settings
        }
    }

    /// <summary>The length of an entry of the header, with its quotes, separators and the prefix of the name.</summary>
    private static long BytesOf(string name, string value) =>
        20 + JsonEncodedText.Encode(name).EncodedUtf8Bytes.Length + JsonEncodedText.Encode(value).EncodedUtf8Bytes.Length;

    private static void CheckExists(string path)
    {
        if (Directory.Exists(path)) throw new InvalidDataException($"{path} is a folder; a model file was expected");
        if (!File.Exists(path)) throw new FileNotFoundException($"There is no file {path} to read a model from.", path);
    }
}
