using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Training;

/// <summary>The contents of a classifier, as training creates them and a model file stores them.</summary>
/// <param name="Network">The network, which never changes.</param>
/// <param name="Encoder">Converts texts to word ids.</param>
/// <param name="Labels">The labels of the classes.</param>
internal sealed record TrainedModel(Network<float> Network, TextEncoder Encoder, LabelSet Labels)
{
    /// <summary>The user's metadata: strings by name.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>What making the network compact changed; null if it has full weights.</summary>
    public CompactionReport? Compaction { get; init; }

    /// <summary>How the output was calibrated; null if it wasn't.</summary>
    public CalibrationReport? Calibration { get; init; }

    /// <summary>The error rates that the classifier can promise; null if training didn't measure them.</summary>
    public ErrorPromises? Acceptance { get; init; }

    /// <summary>Whether filters are in 8 bits.</summary>
    public bool IsCompact => Compaction is not null;

    /// <summary>How familiar texts are; null if no statistics were gathered, as in files of earlier versions.</summary>
    public FamiliarityModel? Familiarity { get; init; }

    /// <summary>Which texts the model was trained on; null if it doesn't remember them.</summary>
    public TrainingTexts? Texts { get; init; }

    /// <summary>How many training texts had each label; null if it isn't known, as in files of earlier versions.</summary>
    public TrainingLabelCounts? LabelCounts { get; init; }

    /// <summary>The checksum of the file that the model was loaded from; null if it wasn't loaded.</summary>
    public string? Checksum { get; init; }

    /// <summary>Whether both are the same object: nobody compares weights.</summary>
    public bool Equals(TrainedModel? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    /// <summary>Creates a model from its parts. The weights are rounded to single precision.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The vocabulary or the labels don't match the network, or a weight is too large.</exception>
    public static TrainedModel Of(ConvNet network, Vocabulary vocabulary, ITokenizer tokenizer, IEnumerable<string> labels)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(vocabulary);
        ArgumentNullException.ThrowIfNull(tokenizer);
        ArgumentNullException.ThrowIfNull(labels);
        if (vocabulary.Count != network.WordSize)
        {
            throw new ArgumentException(
                $"the vocabulary has {vocabulary.Count} words; the network expects {network.WordSize}", nameof(vocabulary));
        }

        var rounded = network.InPrecision<float>();
        if (rounded.FindNotFinite() is { } found)
            throw new ArgumentException($"in single precision {found}: the weights are too large", nameof(network));
        return new TrainedModel(rounded, new TextEncoder(tokenizer, vocabulary), Ordered([.. labels], rounded.Output, nameof(labels)));
    }

    /// <summary>Finds the familiarity below which at most a given fraction of texts are; null without statistics.</summary>
    /// <exception cref="ArgumentException">There are no texts, or one is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The fraction is out of range.</exception>
    public double? MinimumFamiliarity(IEnumerable<string> texts, double refusedFraction, CancellationToken cancellationToken)
    {
        OptionRange.Check(refusedFraction, 0, 0.99, nameof(refusedFraction));
        var encoded = new EncodedText();
        var familiarities = new List<double>();
        foreach (string text in texts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (text is null) throw new ArgumentException($"text {familiarities.Count + 1} is null", nameof(texts));
            Encoder.Encode(text, encoded);
            familiarities.Add(Familiarity?.Of(encoded) ?? double.NaN);
        }

        if (familiarities.Count == 0) throw new ArgumentException("there are no texts", nameof(texts));
        return Familiarity is null ? null : Training.MinimumFamiliarity.Of([.. familiarities], refusedFraction);
    }

    private static LabelSet Ordered(string[] labels, OutputWeights<float> output, string parameter)
    {
        if (labels.Length == output.Classes && !labels.Contains(null) && LabelSet.AreInOrder(labels))
            return new LabelSet(labels, output.Function.HasSeveralLabels);
        string shown = string.Join(", ", labels.Select(label => label is null ? "null" : $"'{label}'"));
        throw new ArgumentException($"the labels are {shown}; {output.Classes} in ordinal order were expected", parameter);
    }
}
