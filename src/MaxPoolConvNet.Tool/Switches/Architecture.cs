using System.Collections.Immutable;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tool.Switches;

/// <summary>A network's filters, as --architecture names them: over one-hot words, an embedding, or both.</summary>
internal sealed record Architecture
{
    /// <summary>The names, as help and errors list them.</summary>
    public const string Names = "one-hot, random, static, trained, two-channel, or one-hot+random, …";

    private const string OneHotName = "one-hot";
    private const string RandomName = "random";

    private static readonly (string Name, EmbeddingKind Kind)[] _embeddings =
    [
        (RandomName, EmbeddingKind.Trained),
        ("static", EmbeddingKind.Static),
        ("trained", EmbeddingKind.Trained),
        ("two-channel", EmbeddingKind.TwoChannel),
    ];

    private readonly string? _embeddingName;

    private Architecture(bool hasOneHotFilters, string? embeddingName, EmbeddingKind? embedding)
    {
        (HasOneHotFilters, _embeddingName, Embedding) = (hasOneHotFilters, embeddingName, embedding);
    }

    /// <summary>Filters over one-hot words only.</summary>
    public static Architecture OneHot { get; } = new(true, null, null);

    /// <summary>All architectures.</summary>
    public static ImmutableArray<Architecture> All { get; } =
    [
        OneHot,
        .. _embeddings.Select(embedding => new Architecture(true, embedding.Name, embedding.Kind)),
        .. _embeddings.Select(embedding => new Architecture(false, embedding.Name, embedding.Kind)),
    ];

    public bool HasOneHotFilters { get; }

    /// <summary>The kind of the embedding; null without one.</summary>
    public EmbeddingKind? Embedding { get; }

    /// <summary>The mean of the usual numbers of filters per width, over the embedding if there is one.</summary>
    public int UsualFilters => Embedding == EmbeddingKind.Static ? 32 : 100;

    /// <summary>Whether the embedding starts from random vectors, which may have any dimension.</summary>
    public bool IsRandom => _embeddingName == RandomName;

    /// <summary>Whether the embedding starts from vectors in a file.</summary>
    public bool NeedsVectors => Embedding is not null && !IsRandom;

    /// <param name="name">A name, such as "one-hot+static".</param>
    /// <exception cref="ArgumentException">No architecture has this name.</exception>
    public static Architecture Parse(string name) => All.FirstOrDefault(one => one.ToString() == name)
        ?? throw new ArgumentException($"--architecture is '{name}'; {Names} was expected");

    /// <summary>The default architecture, with or without vectors from a file.</summary>
    public static Architecture Default(bool hasVectors) => hasVectors ? Find(true, EmbeddingKind.Static, true) : OneHot;

    /// <summary>The architecture of a network's options.</summary>
    public static Architecture Of(ConvNetOptions network) => network.Embedding is { } embedding
        ? Find(network.Filters is not [], embedding.Kind, embedding.Vectors is not null)
        : OneHot;

    /// <summary>Returns a network's options with the filters of this architecture.</summary>
    /// <param name="network">The options; an embedding keeps their vectors.</param>
    /// <param name="widths">
    /// The widths of the filters over the embedding or, without one, over one-hot words; null to keep those of the options.
    /// </param>
    /// <param name="filters">The filters per width; null to keep the numbers of the options.</param>
    public ConvNetOptions Apply(ConvNetOptions network, ImmutableArray<int>? widths, int? filters)
    {
        if (Embedding is not { } kind)
        {
            // usual filters stay open: the number of texts decides
            FilterGroup[] resized = Resized(network.Resolve().Filters!, widths, filters);
            bool areUsual = filters is null && resized.SequenceEqual(network.Resolve().Filters!);
            return network with { Filters = areUsual ? network.Filters : resized, Embedding = null };
        }

        // the usual filters over an embedding depend on its kind
        network = (network with { Embedding = network.Embedding! with { Kind = kind } }).Resolve();
        return network with
        {
            Filters = !HasOneHotFilters ? [] : filters is null ? null : Resized(new ConvNetOptions().Resolve().Filters!, null, filters),
            Embedding = network.Embedding! with { Filters = Resized(network.Embedding.Filters!, widths, filters) },
        };
    }

    /// <summary>The name, such as "one-hot+static".</summary>
    public override string ToString() => string.Join('+', new[] { HasOneHotFilters ? OneHotName : null, _embeddingName }.OfType<string>());

    /// <summary>
    /// Changes the widths or the filters per width; null keeps them. A new width has as many filters as the widest one.
    /// </summary>
    private static FilterGroup[] Resized(IReadOnlyList<FilterGroup> groups, ImmutableArray<int>? widths, int? filters)
    {
        return [.. (widths ?? [.. groups.Select(group => group.Width)]).Select(width => new FilterGroup(width, filters ?? Usual(width)))];

        int Usual(int width) => (groups.FirstOrDefault(group => group.Width == width) ?? groups.MaxBy(group => group.Width)!).Count;
    }

    private static Architecture Find(bool hasOneHotFilters, EmbeddingKind kind, bool needsVectors) =>
        All.First(one => one.HasOneHotFilters == hasOneHotFilters && one.Embedding == kind && one.NeedsVectors == needsVectors);
}
