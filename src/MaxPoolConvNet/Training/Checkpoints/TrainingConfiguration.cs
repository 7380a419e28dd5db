using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Training;

/// <summary>All that a training's numbers depend on, a line each: options, words, labels, texts, and given first weights. Not the number
/// of threads.</summary>
internal static class TrainingConfiguration
{
    public static string Describe(TrainingStart start, TrainingOptions options, EncodedTexts training, EncodedTexts heldOut)
    {
        (LabelSet labels, Vocabulary vocabulary, ConvNetOptions network) = (start.Labels, start.Vocabulary, options.Network);
        var lines = new List<string>
        {
            // the texts first: where they differ, so may what follows from their number
            $"{labels.Labels.Length} labels {Hash(labels.Labels)}{(labels.SeveralPerText ? ", several a text" : "")}",
            $"{vocabulary.Count} words {Hash(vocabulary.Words)}",
            $"{training.Count} texts {Hash(training)}",
            $"{heldOut.Count} held-out texts {Hash(heldOut)}",
            Line("Widths", Sizes(network.WordFilters)),
            Line("Embedding", network.Embedding is { } form
                ? $"{form.Kind}, {(form.Vectors is null ? form.Dimension : form.Vectors.Dimension)} numbers{(form.Vectors is null ? "" : $" given {Hash(form.Vectors)}")}, {Sizes(form.VectorFilters)}"
                : "none"),
            Line("Activation", network.Activation),
            Line("Padding", network.Padding),
            Line("Biases", network.Biases),
            Line("InitialDeviation", network.InitialDeviation),
            Line("Optimizer", options.Optimizer.Describe()),
            Line("Epochs", options.Epochs!),
            Line("BatchSize", options.BatchSize!),
            Line("Dropout", options.Dropout),
            Line("FinalLearningRateFactor", options.FinalLearningRateFactor),
            Line("WeightDecay", options.WeightDecay),
            Line("MaxNorm", options.MaxNorm?.ToString(CultureInfo.InvariantCulture) ?? "none"),
            Line("MaxGradientNorm", options.MaxGradientNorm?.ToString(CultureInfo.InvariantCulture) ?? "none"),
            Line("Networks", options.Networks),
            Line("EarlyStopping", options.EarlyStopping is { } early ? FormattableString.Invariant($"{early.HeldOutFraction}, {early.Patience}") : "none"),
            Line("ClassWeights", string.Join(", ", options.ClassWeights.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => FormattableString.Invariant($"{pair.Key.ReplaceLineEndings(" ")} {pair.Value}")))),
            Line("Seed", options.Seed),
        };
        if (start.GivenNetwork is { } given) lines.Add(Line("First weights", Hash(given)));
        return string.Join('\n', lines);
    }

    private static string Line(string name, object value) => FormattableString.Invariant($"{name}: {value}");

    /// <summary>As version 0.1 wrote them: one number where all widths have as many filters, and the usual one where there are no
    /// widths.</summary>
    private static string Sizes(IReadOnlyList<FilterGroup> groups)
    {
        int[] counts = groups.Count == 0 ? [100] : [.. groups.Select(group => group.Count)];
        return $"{string.Join(", ", groups.Select(group => group.Width))} with {string.Join(", ", counts.Distinct().Count() == 1 ? counts[..1] : counts)} filters";
    }

    /// <summary>Eight bytes of a checksum.</summary>
    private static string Shown(IncrementalHash hash) => Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));

    private static string Hash(IEnumerable<string> strings)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string one in strings)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(one));
            hash.AppendData([0xFF]);
        }

        return Shown(hash);
    }

    private static string Hash(Network<float> network)
    {
        using var hash = SHA256.Create();
        using (CryptoStream hashed = new(Stream.Null, hash, CryptoStreamMode.Write))
            NetworkState.Exchange(network, new StateWriter(hashed));
        return Convert.ToHexStringLower(hash.Hash!.AsSpan(0, 8));
    }

    private static string Hash(WordVectors vectors)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string word in vectors.Words)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(word));
            vectors.TryGetVector(word, out ReadOnlySpan<float> vector);
            hash.AppendData(MemoryMarshal.AsBytes(vector));
        }

        return Shown(hash);
    }

    private static string Hash(EncodedTexts texts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (int t = 0; t < texts.Count; t++)
        {
            hash.AppendData(MemoryMarshal.AsBytes(texts.WordIds(t)));
            hash.AppendData(Encoding.UTF8.GetBytes($"|{texts.Target(t)}|"));
        }

        return Shown(hash);
    }
}
