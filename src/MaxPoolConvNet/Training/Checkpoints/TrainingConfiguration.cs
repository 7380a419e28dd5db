using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Training;

/// <summary>Describes everything that the numbers of a training depend on, one item per line.</summary>
/// <remarks>
/// The items are the options, words, labels, texts and given first weights; the number of threads isn't one of them. The lines are part of
/// the checkpoint format: a changed wording makes older checkpoints unreadable.
/// </remarks>
internal static class TrainingConfiguration
{
    public static string Describe(PreparedTraining prepared)
    {
        (TrainingStart start, TrainingOptions options) = (prepared.Start, prepared.Options);
        (EncodedTexts training, EncodedTexts heldOut) = (prepared.Training, prepared.HeldOut);
        (LabelSet labels, Vocabulary vocabulary, ConvNetOptions network) = (start.Labels, start.Vocabulary, options.Network);
        var lines = new List<string>
        {
            // the texts first: if they differ, so may options that depend on their number
            $"{labels.Labels.Length} labels {Hash(labels.Labels)}{(labels.SeveralPerText ? ", several a text" : "")}",
            $"{vocabulary.Count} words {Hash(vocabulary.Words)}",
            $"{training.Count} texts {Hash(training)}",
            $"{heldOut.Count} held-out texts {Hash(heldOut)}",
            Line("Widths", Sizes(network.WordFilters)),
            Line("Embedding", network.Embedding is { } form ? Embedding(form) : "none"),
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
            Line("EarlyStopping", options.EarlyStopping is { } early
                ? FormattableString.Invariant($"{early.HeldOutFraction}, {early.Patience}")
                : "none"),
            Line("ClassWeights", string.Join(", ", options.ClassWeights
                .OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => FormattableString.Invariant($"{pair.Key.ReplaceLineEndings(" ")} {pair.Value}")))),
            Line("Seed", options.Seed),
        };
        if (prepared.Folds.Parts.Count > 0) lines.Add(Line("Fold networks", prepared.Folds.Parts.Count));
        if (prepared.Folds.LeftOut.Length > 0) lines.Add(Line("Texts left out by the last network", prepared.Folds.LeftOut.Length));
        if (start.GivenNetwork is { } given) lines.Add(Line("First weights", Hash(given)));
        return string.Join('\n', lines);
    }

    private static string Line(string name, object value) => FormattableString.Invariant($"{name}: {value}");

    private static string Embedding(EmbeddingOptions form)
    {
        string vectors = form.Vectors is { } given ? $"{given.Dimension} numbers given {Hash(given)}" : $"{form.Dimension} numbers";
        return $"{form.Kind}, {vectors}, {Sizes(form.VectorFilters)}";
    }

    /// <summary>
    /// Returns the sizes as version 0.1 wrote them: a single count if all widths have the same, and the default count without widths.
    /// </summary>
    private static string Sizes(IReadOnlyList<FilterGroup> groups)
    {
        int[] counts = groups.Count == 0 ? [100] : [.. groups.Select(group => group.Count)];
        string shown = string.Join(", ", counts.Distinct().Count() == 1 ? counts[..1] : counts);
        return $"{string.Join(", ", groups.Select(group => group.Width))} with {shown} filters";
    }

    /// <summary>Returns the first eight bytes of a hash, in hexadecimal.</summary>
    private static string Shown(IncrementalHash hash) => Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));

    /// <summary>Returns the first eight bytes of a hash of some strings, in hexadecimal.</summary>
    public static string Hash(IEnumerable<string> strings)
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
