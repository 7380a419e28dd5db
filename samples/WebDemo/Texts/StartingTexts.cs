using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MaxPoolConvNet.Text;
using Microsoft.Extensions.Options;

namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>The labeled texts that the model starts from, and which of them are held out to compare models. Thread-safe.</summary>
internal sealed class StartingTexts
{
    private const ulong Seed = 1;

    private readonly double _heldOutFraction;
    private readonly HashSet<string> _heldOut;

    public StartingTexts(IOptions<DemoOptions> demo, IOptions<LearningOptions> learning)
    {
        _heldOutFraction = learning.Value.HeldOutFraction;
        All = [.. Read(demo.Value.Texts).Select(text => text with { Text = text.Text.Trim() }).DistinctBy(text => text.Text)];
        Labels = [.. All.Select(text => text.Label).Distinct().Order(StringComparer.Ordinal)];
        Id = IdOf(All, _heldOutFraction);
        _heldOut = [.. Split(All).HeldOut.Select(text => text.Text)];
    }

    /// <summary>The texts, each once, without white space at their ends.</summary>
    public IReadOnlyList<LabeledText> All { get; }

    /// <summary>Their labels, in ordinal order.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>What identifies the texts and their split: a model that was trained on others isn't kept.</summary>
    public string Id { get; }

    /// <summary>Returns whether a text is held out: models are compared on it, and none is trained on it.</summary>
    public bool IsHeldOut(string text) => _heldOut.Contains(text);

    /// <summary>The texts with their corrected labels, and further texts that have been corrected, which are all trained on.</summary>
    /// <param name="corrections">The corrections.</param>
    /// <remarks>A text is held out by its own characters, so a held-out text stays one, whatever is corrected or added.</remarks>
    public TextSplit SplitWith(IReadOnlyCollection<Correction> corrections)
    {
        var labels = corrections.ToDictionary(correction => correction.Text, correction => correction.Label, StringComparer.Ordinal);
        LabeledText[] corrected =
            [.. All.Select(text => labels.Remove(text.Text, out string? label) ? new LabeledText(label, text.Text) : text)];
        TextSplit split = Split(corrected);
        IEnumerable<LabeledText> added =
            corrections.Where(one => labels.ContainsKey(one.Text)).Select(one => new LabeledText(one.Label, one.Text));
        return new TextSplit([.. split.Training, .. added], split.HeldOut);
    }

    private TextSplit Split(IReadOnlyList<LabeledText> texts) => KeyedSplit.HoldOut(texts, _heldOutFraction, Seed);

    private static LabeledTexts Read(string? path)
    {
        if (path is null)
        {
            using Stream reviews = typeof(StartingTexts).Assembly.GetManifestResourceStream("reviews.tsv")!;
            return LabeledTextFile.ReadAll(reviews, "reviews.tsv");
        }

        LabeledTexts texts = LabeledTextFile.Read(path);
        LabeledText? several = texts.FirstOrDefault(text => text.Labels.Length != 1);
        return several is null ? texts : throw new InvalidDataException(
            $"{path}: a text has {several.Labels.Length} labels; this app takes texts with one label each. Leave the others out");
    }

    private static string IdOf(IReadOnlyList<LabeledText> texts, double heldOutFraction)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (LabeledText text in texts)
            hash.AppendData(Encoding.UTF8.GetBytes($"{text.Label}\t{text.Text}\n"));
        hash.AppendData(Encoding.UTF8.GetBytes(heldOutFraction.ToString(CultureInfo.InvariantCulture)));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
