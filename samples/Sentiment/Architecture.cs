using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Samples.Sentiment;

/// <summary>The networks that --architecture names: filters over one-hot words, over an embedding, or over both.</summary>
internal static class Architecture
{
    /// <summary>All names, for help and errors.</summary>
    public const string Names = "one-hot, random, static, trained, two-channel, or one-hot+… with one of the others";

    /// <summary>Each network, with its embedding and whether that starts with vectors from a file.</summary>
    private static readonly Dictionary<string, (bool OneHot, EmbeddingKind? Embedding, bool FromVectors)> _known = new()
    {
        ["one-hot"] = (true, null, false),
        ["random"] = (false, EmbeddingKind.Trained, false),
        ["static"] = (false, EmbeddingKind.Static, true),
        ["trained"] = (false, EmbeddingKind.Trained, true),
        ["two-channel"] = (false, EmbeddingKind.TwoChannel, true),
        ["one-hot+random"] = (true, EmbeddingKind.Trained, false),
        ["one-hot+static"] = (true, EmbeddingKind.Static, true),
        ["one-hot+trained"] = (true, EmbeddingKind.Trained, true),
        ["one-hot+two-channel"] = (true, EmbeddingKind.TwoChannel, true),
    };

    /// <param name="name">
    /// The network; null for the best: one-hot filters and, with vectors, filters over them as static vectors.
    /// </param>
    /// <param name="vectors">A file of word vectors; null for none.</param>
    /// <param name="widths">Widths of the filters over the embedding or, without one, over one-hot words; null for the default.</param>
    /// <param name="filters">Filters of each width; null for the default.</param>
    public static ConvNetOptions Create(string? name, string? vectors, int[]? widths, int? filters)
    {
        name ??= vectors is null ? "one-hot" : "one-hot+static";
        if (!_known.TryGetValue(name, out (bool OneHot, EmbeddingKind? Embedding, bool FromVectors) network))
            throw new ArgumentException($"'{name}' is not a known architecture; {Names} was expected");
        if (network.FromVectors && vectors is null)
            throw new ArgumentException($"the architecture {name} needs --vectors; to train without them, pass random");
        if (!network.FromVectors && vectors is not null) throw new ArgumentException($"the architecture {name} can't use --vectors");

        if (network.Embedding is not { } kind) return new ConvNetOptions { Filters = Groups(widths ?? [1, 2, 3], filters) };
        var embedding = new EmbeddingOptions
        {
            Kind = kind,
            Vectors = vectors is null ? null : WordVectorFile.Read(vectors),
            Filters = Groups(widths ?? [3, 4, 5], filters),
        };
        return new ConvNetOptions { Filters = network.OneHot ? Groups([1, 2, 3], filters) : [], Embedding = embedding };
    }

    private static FilterGroup[] Groups(int[] widths, int? filters) => [.. widths.Select(width => new FilterGroup(width, filters ?? 100))];
}
