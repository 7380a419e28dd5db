using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Tests;
using MaxPoolConvNet.Tests.Text;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Tool.Tests;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Native.Tests;

/// <summary>Small classifiers of several forms, trained once on half of the texts, and their files.</summary>
internal static class Classifiers
{
    private static readonly TrainingOptions _quick = new()
    {
        Epochs = 2, Networks = 2, Threads = 1, Network = new ConvNetOptions { Filters = [new(1, 7), new(2, 8)] },
    };

    private static readonly Dictionary<string, Lazy<byte[]>> _files = new()
    {
        ["two labels"] = new(() => File(_quick, 2)),
        ["five labels, sub-words"] = new(() => File(_quick with { Tokenizer = new SubwordTokenizer(3), Calibration = Calibration.None }, 5)),
        ["several labels"] = new(() => File(_quick with { Calibration = Calibration.None }, 0)),
        ["16 bits, embedding"] = new(() => File(
            _quick with
            {
                Compact = false,
                Network = new ConvNetOptions { Filters = [], Embedding = new EmbeddingOptions { Dimension = 6, Filters = [new(2, 5)] } },
            },
            3,
            new SaveOptions { WeightFormat = WeightFormat.BFloat16 })),
        ["promises"] = new(() => Promised("two labels", """[{"rate":0.05,"coverage":0.5,"minimums":[0.51]}]""")),
        ["promises for several labels"] =
            new(() => Promised("several labels", """[{"rate":0.05,"coverage":0.5,"minimums":[0.51,0.5],"labels":[0,2]}]""")),
    };

    public static TheoryData<string> Names { get; } = [.. _files.Keys];

    /// <summary>Texts to predict: those in many scripts, and special ones.</summary>
    public static IReadOnlyList<string> Texts { get; } =
        [.. ManyScripts.Texts, "", " ", "\0", "a\0b", string.Concat(Enumerable.Repeat("Ünïcode 漢字 ", 1_000))];

    public static byte[] File(string name) => _files[name].Value;

    public static TextClassifier Load(string name) => TextClassifier.Load(new MemoryStream(File(name)));

    private static byte[] File(TrainingOptions options, int labels, SaveOptions? form = null)
    {
        using var memory = new MemoryStream();
        TextClassifier.Train(
            ManyScripts.Texts.Index().Where(text => text.Index % 2 == 0).Select(text =>
                labels == 0 ? new LabeledText([.. Several(text.Index / 2)], text.Item) : new LabeledText($"lábel {text.Index / 2 % labels}", text.Item)),
            options).Save(memory, form);
        return memory.ToArray();
    }

    private static byte[] Promised(string name, string promises)
    {
        using TemporaryFile model = new("model.safetensors", File(name));
        return System.IO.File.ReadAllBytes(PromisedModel.Of(model.Path, model.Path + ".promised", promises));
    }

    private static IEnumerable<string> Several(int number) =>
        Enumerable.Range(0, 3).Where(label => ((number >> label) & 1) == 1).Select(label => $"lábel {label}");
}
