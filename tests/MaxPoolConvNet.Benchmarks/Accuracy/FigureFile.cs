using System.Text.Json;

namespace MaxPoolConvNet.Benchmarks.Accuracy;

/// <summary>
/// The figures measured so far, kept in a file of a JSON object a line where one is given: a long run that was ended goes on from there.
/// </summary>
internal sealed class FigureFile
{
    private readonly string? _path;
    private readonly Dictionary<FigureKey, Figure> _figures = [];

    /// <param name="path">The file, which need not exist yet; null to keep figures in memory only.</param>
    /// <exception cref="InvalidDataException">A line of the file isn't a figure.</exception>
    public FigureFile(string? path)
    {
        _path = path;
        if (path is null) return;
        // told before hours of measuring, not after them
        using (File.Open(path, FileMode.OpenOrCreate, FileAccess.ReadWrite)) { }
        int line = 0;
        foreach (string json in File.ReadLines(path))
        {
            Figure figure = Parse(json, ++line);
            _figures[figure.Key] = figure;
        }
    }

    public Figure? Find(FigureKey key) => _figures.GetValueOrDefault(key);

    /// <summary>Finds the figure of the same texts in a trial of any seed.</summary>
    public Figure? FindOfAnySeed(FigureKey key) =>
        _figures.Values.FirstOrDefault(figure => figure.Key with { Trial = key.Trial, Seed = key.Seed } == key);

    /// <summary>Whether there is a figure of the same row, set and trial, but of another configuration or other texts.</summary>
    public bool HasOther(FigureKey key) => _figures.Keys.Any(other => other != key && other.HasPlaceOf(key));

    public void Add(Figure figure)
    {
        _figures.Add(figure.Key, figure);
        if (_path is not null) File.AppendAllText(_path, JsonSerializer.Serialize(figure) + "\n");
    }

    private Figure Parse(string json, int line)
    {
        try
        {
            if (JsonSerializer.Deserialize<Figure>(json) is { Key: not null, Machine: not null, Predicted: not null } figure) return figure;
        }
        catch (JsonException)
        {
            // told below, with the line
        }

        throw new InvalidDataException($"{_path}, line {line}: not a figure kept by this command");
    }
}
