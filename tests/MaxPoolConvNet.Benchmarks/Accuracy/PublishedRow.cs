namespace MaxPoolConvNet.Benchmarks.Accuracy;

/// <summary>A row of figures that weren't measured here.</summary>
internal sealed class PublishedRow(string system, string source)
{
    private readonly Dictionary<string, string> _figures = [];

    public string Title => $"{system} ({source})";

    /// <summary>The figure of the set of this name, as it was published; empty where none was.</summary>
    public string this[string set]
    {
        get => _figures.GetValueOrDefault(set, "");
        init => _figures[set] = value;
    }
}
