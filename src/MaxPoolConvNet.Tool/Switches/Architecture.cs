using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tool.Switches;

/// <summary>The form of a network as the command line says it: filters over one-hot words, over an embedding, or over both.</summary>
internal sealed record Architecture
{
    private const string Beside = "one-hot+";

    /// <summary>Null for the best there is: one-hot filters and, where vectors are given, filters over these as they are.</summary>
    public string? Name { get; init; }

    /// <summary>A file of word vectors; null for none.</summary>
    public string? Vectors { get; init; }

    /// <summary>Widths of the filters over the embedding or, where there is none, over one-hot words; null for the default.</summary>
    public int[]? Widths { get; init; }

    /// <summary>Filters of each width; null for the default.</summary>
    public int? Filters { get; init; }

    /// <summary>Length of the vectors of a random embedding; null for the default.</summary>
    public int? Dimension { get; init; }

    /// <summary>The name, or that of the best there is.</summary>
    public string FullName => Name ?? (Vectors is null ? "one-hot" : "one-hot+static");

    public ConvNetOptions ToOptions()
    {
        string name = FullName;
        bool besideOneHot = name.StartsWith(Beside, StringComparison.Ordinal);
        string own = besideOneHot ? name[Beside.Length..] : name;
        if (own == "one-hot" && !besideOneHot)
        {
            if (Vectors is not null) throw new ArgumentException("--architecture one-hot takes no --vectors");
            if (Dimension is not null) throw new ArgumentException("--architecture one-hot takes no --dimension");
            var form = new ConvNetOptions();
            return form with { Widths = [.. Widths ?? [.. form.Widths]], FiltersPerWidth = [Filters ?? form.FiltersPerWidth[0]] };
        }

        EmbeddingOptions embedding = Embedding(name, own);
        return new ConvNetOptions
        {
            Widths = besideOneHot ? new ConvNetOptions().Widths : [],
            FiltersPerWidth = embedding.FiltersPerWidth,
            Embedding = embedding,
        };
    }

    private EmbeddingOptions Embedding(string name, string own)
    {
        EmbeddingKind kind = own switch
        {
            "random" or "trained" => EmbeddingKind.Trained,
            "static" => EmbeddingKind.Static,
            "two-channel" => EmbeddingKind.TwoChannel,
            _ => throw new ArgumentException(
                $"--architecture is '{name}'; one-hot, random, static, trained, two-channel, or one-hot+ and one of the last four was expected"),
        };
        bool given = own != "random";
        if (given && Vectors is null) throw new ArgumentException($"--architecture {name} needs --vectors; without them there is random");
        if (!given && Vectors is not null) throw new ArgumentException($"--architecture {name} takes no --vectors");
        if (given && Dimension is not null) throw new ArgumentException("--vectors have a dimension of their own; --dimension is for random");
        var form = new EmbeddingOptions();
        return form with
        {
            Kind = kind,
            Vectors = given ? WordVectorFile.Read(Vectors!) : null,
            Dimension = Dimension ?? form.Dimension,
            Widths = [.. Widths ?? [.. form.Widths]],
            FiltersPerWidth = [Filters ?? form.FiltersPerWidth[0]],
        };
    }
}
