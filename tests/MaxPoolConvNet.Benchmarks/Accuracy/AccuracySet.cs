namespace MaxPoolConvNet.Benchmarks.Accuracy;

/// <summary>A data set: a column of the table.</summary>
/// <param name="Name">What the command line calls it.</param>
/// <param name="Title">What the table calls it.</param>
internal abstract record AccuracySet(string Name, string Title)
{
    /// <summary>What the figures are.</summary>
    public Measure Measure { get; init; } = Measure.Accuracy;

    /// <summary>The files that it is made of, from the data folder on.</summary>
    public abstract IReadOnlyList<string> Files { get; }

    /// <summary>How it is tested, for people.</summary>
    public abstract string Protocol { get; }

    /// <summary>Reads the files.</summary>
    /// <param name="folder">The data folder.</param>
    public abstract IReadOnlyList<Trial> Trials(string folder);

    /// <summary>Those of its files that the data folder lacks.</summary>
    public IEnumerable<string> MissingFrom(string folder) => Files.Where(file => !File.Exists(Path.Combine(folder, file)));
}
