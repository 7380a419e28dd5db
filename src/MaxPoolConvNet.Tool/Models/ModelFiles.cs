using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using MaxPoolConvNet.Storage;

namespace MaxPoolConvNet.Tool.Models;

/// <summary>Models in files, as the commands name them.</summary>
internal static class ModelFiles
{
    /// <summary>The metadata that keep what a model was trained with, as JSON.</summary>
    public const string Settings = "settings";

    public static Argument<string> Argument() => new("MODEL") { Description = "a classifier that 'maxpool train' has saved" };

    /// <exception cref="InvalidDataException">It is no model, or a damaged one.</exception>
    public static TextClassifier Load(string path)
    {
        Check(path);
        return TextClassifier.Load(path);
    }

    /// <summary>Both from one opened file, so that they are of the same model even where the file is replaced meanwhile, and a pipe may be read.</summary>
    /// <exception cref="InvalidDataException">It is no model, or a damaged one.</exception>
    public static (ModelFileInfo File, TextClassifier Classifier) Inspect(string path)
    {
        Check(path);
        using Stream stream = ModelFile.Open(path);
        ModelFileInfo file = ModelFile.Inspect(stream, path);
        stream.Position = 0;
        return (file, new TextClassifier(ModelReader.Read(stream, path, null)));
    }

    public static void Save(TextClassifier classifier, string path, Precision precision, JsonObject settings) => classifier.Save(path, new SaveOptions
    {
        Precision = precision,
        Metadata = new Dictionary<string, string> { [Settings] = settings.ToJsonString() },
    });

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

    /// <summary>A file that can't be made is told before training, not after it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">The switch that names it.</param>
    public static void CheckFolder(string path, string name)
    {
        if (string.IsNullOrWhiteSpace(path)) throw new ArgumentException($"{name} is empty; a file was expected");
        if (Directory.Exists(path)) throw new ArgumentException($"{name} {path} is a folder; a file was expected");
        string? folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (folder is not null && !Directory.Exists(folder)) throw new DirectoryNotFoundException($"There is no folder {folder} to save {path} in.");
        ReplacedFile.CheckWritable(path);
    }

    private static void Check(string path)
    {
        if (!File.Exists(path)) throw new FileNotFoundException($"There is no file {path} to read a model from.", path);
    }
}
