namespace MaxPoolConvNet.Tool.Files;

/// <summary>Where a file of a command is, by any of its names.</summary>
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

    /// <summary>Refuses to write this file where it is the other one, or one of the texts in the other one's folder.</summary>
    /// <exception cref="ArgumentException">It is.</exception>
    public void CheckApartFrom(FilePlace other)
    {
        bool isInput = other._file.Use == FileUse.Input;
        if (IsSameAs(other))
        {
            string use = isInput ? "which the command reads" : "which the command writes too";
            throw new ArgumentException($"{_file} is the same file as {other._file}, {use}; another file was expected");
        }

        if (isInput && IsAmongTextsOf(other))
            throw new ArgumentException($"{_file} is among the texts of {other._file}; a file outside of its folders was expected");
    }

    private bool IsSameAs(FilePlace other) => _identity is { } one && other._identity is { } another
        ? one == another
        : _path is not null && string.Equals(_path, other._path, RealPath.Comparison);

    /// <summary>In a sub-folder: a folder has one for each label, with a file for each text.</summary>
    private bool IsAmongTextsOf(FilePlace other) => _path is not null
        && Directory.Exists(other._path)
        && Path.GetDirectoryName(_path)!.StartsWith(Path.TrimEndingDirectorySeparator(other._path) + Path.DirectorySeparatorChar, RealPath.Comparison);
}
