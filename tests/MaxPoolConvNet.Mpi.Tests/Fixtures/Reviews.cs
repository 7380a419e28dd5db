namespace MaxPoolConvNet.Mpi.Tests;

/// <summary>Files with some of the embedded reviews, in a folder of their own.</summary>
public sealed class Reviews : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("maxpool-mpi-").FullName;

    public Reviews()
    {
        string[] lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Sources", "reviews.tsv"));
        string[] header = lines[0].StartsWith("label", StringComparison.Ordinal) ? [lines[0]] : [];
        string[] rows = lines[header.Length..];
        Few = Write("few.tsv", [.. header, .. rows[..240]]);
        Others = Write("others.tsv", [.. header, .. rows[240..480]]);
        All = Write("all.tsv", lines);
        Tags = Write("tags.csv", ["labels,text", .. rows[..240].Select((_, t) => $"{(t % 2 == 0 ? "even" : "")}{(t % 6 == 0 ? "|" : "")}{(t % 3 == 0 ? "three" : "")},a text of {t % 2} and {t % 3} of {t % 5}")]);
    }

    /// <summary>240 reviews.</summary>
    public string Few { get; }

    /// <summary>240 others.</summary>
    public string Others { get; }

    /// <summary>All reviews.</summary>
    public string All { get; }

    /// <summary>Texts with any number of labels.</summary>
    public string Tags { get; }

    public string PathOf(string name) => Path.Combine(_folder, name);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string name, string[] lines)
    {
        File.WriteAllLines(PathOf(name), lines);
        return PathOf(name);
    }
}
