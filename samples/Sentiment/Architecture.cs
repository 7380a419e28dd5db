using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Samples.Sentiment;

/// <summary>The networks that --architecture names: filters over one-hot words, over an embedding, or over both.</summary>
internal static class Architecture
{
    /// <summary>Names of one half; "one-hot+" before those of an embedding puts one-hot filters beside it.</summary>
    public const string Names = "one-hot, random, static, trained, two-channel, or one-hot+… with one of the others";

    /// <param name="name">The network; null for the best: one-hot filters and, where vectors are given, filters over them as they are.</param>
    /// <param name="vectors">A file of word vectors; null for none.</param>
    /// <param name="widths">Widths of the filters over the embedding or, where there is none, over one-hot words; null for the default.</param>
    /// <param name="filters">Filters of each width; null for the default.</param>
    public static ConvNetOptions Create(string? name, string? vectors, int[]? widths, int? filters)
    {
        name ??= vectors is null ? "one-hot" : "one-hot+static";
        string[] parts = name.Split('+');
        bool beside = parts is ["one-hot", _];
        string own = parts[^1];
        if (own is not ("one-hot" or "random" or "static" or "trained" or "two-channel") || (parts.Length > 1 && (!beside || own == "one-hot")))
            throw new ArgumentException($"'{name}' is no architecture known here; {Names} was expected");
        bool needsVectors = own is "static" or "trained" or "two-channel";
        if (needsVectors && vectors is null) throw new ArgumentException($"the architecture {name} needs --vectors; without them there is random");
        if (!needsVectors && vectors is not null) throw new ArgumentException($"the architecture {name} takes no --vectors");

        var form = new ConvNetOptions();
        if (own == "one-hot") return form with { Widths = widths is null ? form.Widths : [.. widths], FiltersPerWidth = [filters ?? form.FiltersPerWidth[0]] };
        var embedding = new EmbeddingOptions
        {
            Kind = own switch { "static" => EmbeddingKind.Static, "two-channel" => EmbeddingKind.TwoChannel, _ => EmbeddingKind.Trained },
            Vectors = vectors is null ? null : WordVectorFile.Read(vectors),
        };
        return form with
        {
            Widths = beside ? form.Widths : [],
            FiltersPerWidth = [filters ?? form.FiltersPerWidth[0]],
            Embedding = embedding with { Widths = widths is null ? embedding.Widths : [.. widths], FiltersPerWidth = [filters ?? embedding.FiltersPerWidth[0]] },
        };
    }
}
