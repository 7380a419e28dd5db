namespace MaxPoolConvNet.Tool.Files;

/// <summary>The place of a file, whatever its name.</summary>
internal sealed class FilePlace
{
    private readonly NamedFile _file;
    private readonly string? _path;
    private readonly FileIdentity? _identity;

    private FilePlace(NamedFile file, string? path, FileIdentity? identity)
    {
        _file = file;
        _path = path;
        _identity = identity;
    }

    public static FilePlace Of(NamedFile file)
    {
        if (!file.IsStandard) return new FilePlace(file, RealPath.Of(file.Path), FileIdentity.Of(file.Path));
        return new FilePlace(file, path: null, FileIdentity.OfStandard(file.Use));
    }

    /// <summary>Throws if writing this file would overwrite the other one, or a text in the other one's folder.</summary>
    /// <exception cref="ArgumentException">It would.</exception>
    public void CheckApartFrom(FilePlace other)
    {
        bool isInput = other._file.Use == FileUse.Input;
        if (IsSameAs(other))
        {
            string use = isInput ? "which the command reads" : "which the command writes as well";
            throw new ArgumentException($"{_file} is the same file as {other._file}, {use}; name another file");
        }

        if (isInput && IsAmongTextsOf(other))
            throw new ArgumentException($"{_file} is among the texts of {other._file}; name a file outside of its subfolders");
    }

    private bool IsSameAs(FilePlace other) => _identity is { } one && other._identity is { } another
        ? one == another
        : _path is not null && string.Equals(_path, other._path, RealPath.Comparison);

    /// <summary>Whether the file is in a subfolder: a folder of texts has one subfolder per label and one file per text.</summary>
    private bool IsAmongTextsOf(FilePlace other) => _path is not null
        && Directory.Exists(other._path)
        && Path.GetDirectoryName(_path)!.StartsWith(
            Path.TrimEndingDirectorySeparator(other._path) + Path.DirectorySeparatorChar, RealPath.Comparison);
}
