namespace MaxPoolConvNet.Text;

/// <summary>What a caller says about a table; what isn't said is found.</summary>
internal sealed record TableChoice
{
    public char? Separator { get; init; }

    public bool? HasHeader { get; init; }

    /// <summary>The label's columns by name or number; empty to find them.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>The text's columns by name or number; empty to find them.</summary>
    public IReadOnlyList<string> Texts { get; init; } = [];

    /// <summary>What stands between several labels in one column; null for one label.</summary>
    public string? LabelSeparator { get; init; }

    /// <summary>Whether there are labels at all.</summary>
    public bool IsLabeled { get; init; } = true;

    /// <summary>The type of the options, for messages.</summary>
    public string Options { get; init; } = nameof(LabeledTextFileOptions);

    /// <summary>How to name the columns.</summary>
    public string Hint => IsLabeled ? $"name them by {Options}.LabelColumn and TextColumn" : $"name it by {Options}.TextColumn";

    public IEnumerable<string> Named => Labels.Concat(Texts);

    /// <summary>One column, several, or none of them.</summary>
    /// <exception cref="ArgumentException">Both are given, or a name is blank.</exception>
    public static IReadOnlyList<string> Of(string? one, IReadOnlyList<string>? several, string option)
    {
        if (one is not null && several is { Count: > 0 }) throw new ArgumentException($"{option} and {option}s exclude each other", option);
        IReadOnlyList<string> all = one is not null ? [one] : several ?? [];
        foreach (string name in all)
            ArgumentException.ThrowIfNullOrWhiteSpace(name, option);
        return all;
    }

    /// <exception cref="ArgumentException">A column is named for both, or the separators can't be.</exception>
    public void Check()
    {
        if (Labels.FirstOrDefault(label => Texts.Contains(label, StringComparer.OrdinalIgnoreCase)) is { } both)
            throw new ArgumentException($"LabelColumn and TextColumn both name the column \"{both}\"", "TextColumn");
        if (Separator is '"' or '\r' or '\n')
            throw new ArgumentException("a quote or a line end can't separate fields", nameof(Separator));
        if (LabelSeparator is { Length: 0 })
            throw new ArgumentException("the separator of labels is empty, expected at least one character", nameof(LabelSeparator));
        if (LabelSeparator is not null && Labels.Count > 1)
            throw new ArgumentException("LabelSeparator is for several labels in one column, but several columns are named", nameof(LabelSeparator));
    }
}
