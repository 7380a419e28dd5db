namespace MaxPoolConvNet.Benchmarks.Serving;

/// <summary>What a run has to fulfil.</summary>
internal sealed class Musts
{
    private readonly List<(string Name, bool IsMet, string? Details)> _all = [];

    /// <param name="name">What is expected.</param>
    /// <param name="isMet">Whether it is so.</param>
    /// <param name="details">What is known if it isn't so.</param>
    public void Add(string name, bool isMet, string? details = null) => _all.Add((name, isMet, details));

    /// <summary>Prints them, and returns whether all are met.</summary>
    public bool Print()
    {
        Markdown.Line();
        Markdown.Head("must", "result");
        foreach ((string name, bool isMet, string? details) in _all)
            Markdown.Row(name, isMet ? "met" : string.IsNullOrEmpty(details) ? "MISSED" : $"MISSED: {details}");
        return _all.All(one => one.IsMet);
    }
}
