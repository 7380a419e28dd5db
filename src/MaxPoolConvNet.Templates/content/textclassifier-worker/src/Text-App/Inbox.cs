using MaxPoolConvNet;
using MaxPoolConvNet.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Text_App;

/// <summary>A folder of text files that are moved to a folder for each label.</summary>
public sealed partial class Inbox(IOptions<InboxOptions> options, ITextClassifierService classifier, ILogger<Inbox> logger)
{
    /// <summary>The folder for texts that the classifier isn't sure of, or of which it knows no word.</summary>
    public const string Unsure = "unsure";

    /// <summary>Sorts the files that are there. A file that can't be read or moved stays, and is tried again next time.</summary>
    /// <returns>The number of files sorted.</returns>
    public int Sort()
    {
        TextClassifierSnapshot current = classifier.Current;
        int sorted = 0;
        foreach (string path in Directory.CreateDirectory(options.Value.Folder).EnumerateFiles("*.txt").Select(file => file.FullName).Order())
        {
            try
            {
                Prediction prediction = current.Predict(File.ReadAllText(path));
                string label = current.Accepts(prediction) ? prediction.Label : Unsure;
                DirectoryInfo folder = Directory.CreateDirectory(Path.Combine(options.Value.Sorted, FileName(label)));
                File.Move(path, FreePath(folder.FullName, Path.GetFileName(path)));
                LogSorted(Path.GetFileName(path), label, prediction.Probability);
                sorted++;
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                LogFailed(problem, path);
            }
        }

        return sorted;
    }

    /// <summary>Returns a name that a folder can have: a label may be any text.</summary>
    private static string FileName(string label)
    {
        string name = string.Concat(label.Select(letter => Path.GetInvalidFileNameChars().Contains(letter) ? '_' : letter));
        return name is "" or "." or ".." ? "_" : name;
    }

    /// <summary>Returns the file's path in a folder, with a number if there is such a file already.</summary>
    private static string FreePath(string folder, string name)
    {
        string path = Path.Combine(folder, name);
        for (int number = 2; File.Exists(path); number++)
            path = Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(name)}-{number}{Path.GetExtension(name)}");
        return path;
    }

    [LoggerMessage(1, LogLevel.Information, "{File}: {Label} ({Probability:P0})")]
    private partial void LogSorted(string file, string label, double probability);

    [LoggerMessage(2, LogLevel.Error, "{Path} couldn't be sorted; it is tried again")]
    private partial void LogFailed(Exception problem, string path);
}
