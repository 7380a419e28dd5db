using System.Text.Json;
using System.Text.Json.Nodes;

namespace MaxPoolConvNet.Tool.Files;

/// <summary>Models in files, as the commands name them.</summary>
internal static class ModelFiles
{
    /// <summary>The metadata that keep what a model was trained with, as JSON.</summary>
    private const string Settings = "settings";

    /// <exception cref="InvalidDataException">It isn't a model, or it is damaged.</exception>
    public static TextClassifier Load(string path)
    {
        CheckExists(path);
        return TextClassifier.Load(path);
    }

    /// <summary>
    /// Both from one opened file, so that they are of the same model even where the file is replaced meanwhile, and a pipe may be read.
    /// </summary>
    /// <exception cref="InvalidDataException">It isn't a model, or it is damaged.</exception>
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
        return (file, TextClassifier.Load(model));
    }

    /// <param name="classifier">The classifier.</param>
    /// <param name="path">The file.</param>
    /// <param name="precision">Bits of a weight.</param>
    /// <param name="settings">What it was trained with.</param>
    public static void Save(TextClassifier classifier, string path, WeightFormat precision, JsonObject settings)
    {
        var metadata = new Dictionary<string, string> { [Settings] = settings.ToJsonString() };
        classifier.Save(path, new SaveOptions { WeightFormat = precision, Metadata = metadata });
    }

    /// <summary>The length of a file; of a link, that of what it leads to.</summary>
    public static long LengthOf(string path)
    {
        using FileStream file = File.OpenRead(path);
        return file.Length;
    }

    /// <summary>What a model was trained with; null where its file has nothing about it that can be read.</summary>
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

    private static void CheckExists(string path)
    {
        if (!File.Exists(path)) throw new FileNotFoundException($"There is no file {path} to read a model from.", path);
    }
}
