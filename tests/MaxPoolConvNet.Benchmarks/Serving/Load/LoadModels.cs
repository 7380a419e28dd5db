using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Benchmarks.Serving;

/// <summary>Classifiers of the sample's reviews, and files that can't be used.</summary>
internal static class LoadModels
{
    private const int BrokenKinds = 5;

    public static LabeledText[] Texts { get; } = ReadTexts();

    /// <summary>A classifier with the default options but for its seed.</summary>
    public static TextClassifier Train(ulong seed) => TextClassifier.Train(Texts, new TrainingOptions { Seed = seed });

    /// <summary>A small classifier with other labels.</summary>
    public static TextClassifier WithOtherLabels() => TextClassifier.Train(
        Texts.Take(400).Select(text => new LabeledText(text.Label == "positive" ? "good" : "bad", text.Text)),
        new TrainingOptions { Epochs = 2, Networks = 1, Network = new ConvNetOptions { Filters = [new(1, 16)] } });

    public static byte[] FileOf(TextClassifier classifier)
    {
        using var stream = new MemoryStream();
        classifier.Save(stream);
        return stream.ToArray();
    }

    /// <summary>A broken file: half of one, one with a flipped bit in its header or at its end, an empty one, and one of text.</summary>
    /// <param name="number">The kind.</param>
    /// <param name="file">A whole file.</param>
    public static byte[] Broken(int number, byte[] file)
    {
        byte[] flipped = [.. file];
        flipped[number % BrokenKinds == 1 ? 40 : ^100] ^= 1;
        return (number % BrokenKinds) switch
        {
            0 => file[..(file.Length / 2)],
            3 => [],
            4 => "label,text\npositive,lovely"u8.ToArray(),
            _ => flipped,
        };
    }

    private static LabeledText[] ReadTexts()
    {
        using Stream reviews = typeof(LoadModels).Assembly.GetManifestResourceStream("reviews.tsv")!;
        return [.. LabeledTextFile.Read(reviews, "reviews.tsv")];
    }
}
