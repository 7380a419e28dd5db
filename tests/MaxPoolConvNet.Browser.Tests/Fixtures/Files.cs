using System.Text;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Tests.Text;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Browser.Tests;

/// <summary>Files for the page: labeled texts, and models trained by the library outside of a browser.</summary>
internal static class Files
{
    // the texts' scripts, of which one is most of a text, and decides its label
    private const int Scripts = 25;

    private static readonly TrainingOptions _quick = new() { Epochs = 3, Networks = 2, Network = new ConvNetOptions { Filters = [new(1, 20), new(2, 20)] } };

    private static readonly Dictionary<string, Lazy<byte[]>> _models = new()
    {
        ["two labels"] = new(() => Model(_quick, 2)),
        ["five labels, sub-words"] = new(() => Model(_quick with { Tokenizer = new SubwordTokenizer(3) }, 5)),
        ["several labels"] = new(() => Model(_quick, 0)),
    };

    public static IEnumerable<string> ModelNames => _models.Keys;

    /// <summary>The first 60 of the sample's reviews, as CSV with a header.</summary>
    public static byte[] Reviews { get; } = Csv(FirstReviews(60));

    public static byte[] ModelOf(string name) => _models[name].Value;

    public static byte[] Csv(IEnumerable<LabeledText> texts) => Encoding.UTF8.GetBytes("label,text\n" + string.Concat(texts.Select(
        text => $"{text.Labels[0]},\"{text.Text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n")));

    public static IReadOnlyList<LabeledText> FirstReviews(int count)
    {
        using Stream file = typeof(Files).Assembly.GetManifestResourceStream("reviews.tsv")!;
        return [.. LabeledTextFile.Read(file, "reviews.tsv").Take(count)];
    }

    private static byte[] Model(TrainingOptions options, int labels)
    {
        using var memory = new MemoryStream();
        TextClassifier.Train(
            ManyScripts.Texts.Select((text, number) =>
                labels == 0 ? new LabeledText([.. Several(number % Scripts)], text) : new LabeledText($"lábel {number % Scripts % labels}", text)),
            options).Save(memory);
        return memory.ToArray();
    }

    private static IEnumerable<string> Several(int number) => Enumerable.Range(0, 3).Where(label => ((number >> label) & 1) == 1).Select(label => $"lábel {label}");
}
