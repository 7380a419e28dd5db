using System.CommandLine;
using System.Text.Json.Nodes;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tool.Models;

/// <summary>Models in files, as the commands name them.</summary>
internal static class ModelFiles
{
    public static Argument<string> Argument() => new("MODEL") { Description = "a classifier that 'maxpool train' has saved" };

    public static TextClassifier Load(string path) => TextClassifier.Train(LabeledTextFile.Read(path));

    public static void Save(TextClassifier classifier, string path, SavedPrecision precision, JsonObject settings) =>
        File.WriteAllText(path, settings.ToJsonString() + classifier.ToString() + precision);

    /// <summary>A file that can't be made is told before training, not after it.</summary>
    public static void CheckFolder(string path)
    {
        if (Directory.Exists(path)) throw new ArgumentException($"--model {path} is a folder; a file was expected");
        string? folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (folder is not null && !Directory.Exists(folder)) throw new DirectoryNotFoundException($"There is no folder {folder} to save {path} in.");
    }
}
