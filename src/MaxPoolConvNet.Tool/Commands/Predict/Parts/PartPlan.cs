using System.Globalization;

namespace MaxPoolConvNet.Tool.Commands;

/// <summary>The division of files into parts. It doesn't depend on the number of ranks.</summary>
internal sealed class PartPlan
{
    private readonly List<FilePart> _parts = [];
    private readonly List<string> _files = [];
    private readonly Dictionary<string, (long Length, DateTime Written)> _states = [];

    /// <param name="files">The files, in the order of the predictions.</param>
    /// <param name="partSize">The number of bytes from which a file is divided.</param>
    /// <param name="canDivide">Whether the lines of a file can be divided.</param>
    /// <exception cref="ArgumentException">A file is standard input, or a pipe.</exception>
    /// <exception cref="FileNotFoundException">A file doesn't exist.</exception>
    public PartPlan(IEnumerable<string> files, long partSize, Func<string, bool> canDivide)
    {
        foreach (string file in files)
        {
            (long length, DateTime written) = _states[file] = StateOf(file);
            bool isDivided = length > partSize && canDivide(file);
            int before = _parts.Count;
            for (long from = 0; from < length || from == 0; from += isDivided ? partSize : length + 1)
            {
                long to = isDivided ? Math.Min(from + partSize, length) : length;
                _parts.Add(new FilePart(_parts.Count, file, from, to, isDivided));
            }

            _files.Add(string.Create(
                CultureInfo.InvariantCulture, $"{Path.GetFullPath(file)}: {length} bytes of {written:O}, {_parts.Count - before} parts"));
        }
    }

    /// <summary>The parts, in the order of the texts.</summary>
    public IReadOnlyList<FilePart> Parts => _parts;

    /// <summary>A line for each file: its path, length and time, and the number of its parts.</summary>
    public IReadOnlyList<string> Files => _files;

    /// <summary>Checks that a file is the same as when the parts were planned.</summary>
    /// <exception cref="InvalidDataException">It was written since.</exception>
    public void CheckUnchanged(string file)
    {
        if (StateOf(file) != _states[file])
            throw new InvalidDataException($"{file} was written while it was read; run again when it is complete, with another --output");
    }

    private static (long Length, DateTime Written) StateOf(string path)
    {
        if (path == "-") throw new ArgumentException("standard input can't be divided into parts; with --output, pass files");
        if (Directory.Exists(path)) throw new ArgumentException($"{path} is a folder; a file of texts was expected");
        if (!File.Exists(path)) throw new FileNotFoundException($"There is no file {path} to read texts from.", path);
        using FileStream file = File.OpenRead(path);
        return file.CanSeek
            ? (file.Length, File.GetLastWriteTimeUtc(file.SafeFileHandle))
            : throw new ArgumentException($"{path} is a pipe, which can't be divided into parts; with --output, pass files");
    }
}
