using System.Collections.Immutable;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Training;

/// <summary>What a classifier is made of: what training makes, and what a model file keeps.</summary>
/// <param name="Network">The network, which nothing changes any more.</param>
/// <param name="Encoder">How texts become ids of its words.</param>
/// <param name="Labels">The labels of its classes.</param>
internal sealed record TrainedModel(Network<float> Network, TextEncoder Encoder, LabelSet Labels)
{
    /// <summary>What is known of the model beside what it does: strings by name.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The checksum of the file that it was loaded from; null if it wasn't.</summary>
    public string? Checksum { get; init; }

    /// <summary>A model of a network and what its numbers stand for. The weights are rounded to single precision.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">Vocabulary or labels don't fit the network, or a weight is too large.</exception>
    public static TrainedModel Of(ConvNet network, Vocabulary vocabulary, ITokenizer tokenizer, IEnumerable<string> labels)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(vocabulary);
        ArgumentNullException.ThrowIfNull(tokenizer);
        ArgumentNullException.ThrowIfNull(labels);
        if (vocabulary.Count != network.WordSize)
            throw new ArgumentException($"the vocabulary has {vocabulary.Count} words; the network expects {network.WordSize}", nameof(vocabulary));
        var rounded = network.InPrecision<float>();
        if (rounded.FindNotFinite() is { } found)
            throw new ArgumentException($"in single precision {found}: the weights are too large", nameof(network));
        return new TrainedModel(rounded, new TextEncoder(tokenizer, vocabulary), Ordered([.. labels], rounded.Output, nameof(labels)));
    }

    private static LabelSet Ordered(string[] labels, OutputWeights<float> output, string parameter)
    {
        bool ordered = labels.Length == output.Classes && !labels.Contains(null) && LabelSet.AreInOrder(labels);
        return ordered
            ? new LabelSet(labels, output.Function.HasSeveralLabels)
            : throw new ArgumentException(
                $"the labels are {string.Join(", ", labels.Select(label => label is null ? "null" : $"'{label}'"))}; {output.Classes} in ordinal order were expected", parameter);
    }
}
