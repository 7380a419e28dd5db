using System.Text;

namespace MaxPoolConvNet.Text;

/// <summary>Reads a folder with one sub-folder per label that contains one file per text.</summary>
/// <param name="folder">The folder, as the caller names it.</param>
/// <param name="encoding">The name of the encoding of all files; null to detect the encoding of each.</param>
internal sealed class LabeledTextFolder(string folder, string? encoding)
{
    private const string Expected = "a sub-folder per label with a file per text was expected";

    private readonly StringBuilder _text = new();
    private readonly SortedSet<string> _encodings = new(StringComparer.Ordinal);

    /// <summary>Reads all files.</summary>
    /// <returns>The texts, in the ordinal order of labels and file names.</returns>
    /// <exception cref="InvalidDataException">The folder has another structure, or a file can't be read as text.</exception>
    public LabeledTexts Read(CancellationToken cancellationToken)
    {
        List<LabeledText> texts = [];
        int skipped = 0;
        foreach (string label in Names(Directory.EnumerateDirectories(folder), folder, "sub-folders"))
        {
            string inner = Path.Combine(folder, label);
            CheckIsFlat(inner);
            foreach (string file in Names(Directory.EnumerateFiles(inner), inner, "files"))
            {
                cancellationToken.ThrowIfCancellationRequested();
                string text = TextOf(Path.Combine(inner, file));
                if (text.Length > 0) texts.Add(new LabeledText(label, text));
                else skipped++;
            }
        }

        if (texts.Count == 0) throw new InvalidDataException($"{folder}: all texts in the folder are empty");
        return new LabeledTexts(texts, new TextFileForm(LabeledTextFormat.Folder, string.Join(" and ", _encodings)), skipped);
    }

    /// <summary>The names of the entries that aren't hidden, in ordinal order on every computer.</summary>
    private static string[] Names(IEnumerable<string> paths, string place, string what)
    {
        string[] names = [.. paths.Where(path => !IsHidden(path)).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
        return names.Length > 0 ? names : throw new InvalidDataException($"{place}: no {what} in the folder; {Expected}");
    }

    // on other systems, what Windows and macOS leave in folders and archives isn't hidden
    private static bool IsHidden(string path) =>
        Path.GetFileName(path).ToUpperInvariant() is ['.', ..] or "THUMBS.DB" or "DESKTOP.INI" or "__MACOSX"
        || (OperatingSystem.IsWindows() && File.GetAttributes(path).HasFlag(FileAttributes.Hidden));

    // "aclImdb" with train/pos and test/pos would have the labels "test" and "train"
    private void CheckIsFlat(string inner)
    {
        IEnumerable<string> folders = Directory.EnumerateDirectories(inner).Where(path => !IsHidden(path));
        if (folders.Order(StringComparer.Ordinal).FirstOrDefault() is { } deeper)
        {
            throw new InvalidDataException(
                $"{deeper} is a folder within the sub-folder of a label; {Expected}. If it is the label, read {inner} instead of {folder}");
        }
    }

    private string TextOf(string path)
    {
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        using TextSource source = TextSource.Open(stream, path, encoding, waits: true);
        _encodings.Add(source.Encoding);
        LineReader lines = source.Lines();
        _text.Clear();
        while (lines.Read())
            _text.Append(lines.Line).Append(lines.LineEnd);
        return _text.ToString().Trim();
    }
}
