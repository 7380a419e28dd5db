using System.Globalization;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Benchmarks.Accuracy.Baselines;

/// <summary>
/// A model that fastText's own program trains, on the words that our tokenizer finds. A label goes to it as its number, whatever characters
/// it has. The files are in a temporary folder.
/// </summary>
internal sealed class FastTextModel : IDisposable
{
    private const string Prefix = "__label__";

    private readonly string _program;
    private readonly LabelNumbers _labels;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("maxpoolconvnet");

    /// <param name="program">The program.</param>
    /// <param name="training">The training texts.</param>
    /// <param name="seed">The seed of the order of the texts and of the program.</param>
    /// <param name="settings">The program's switches.</param>
    public FastTextModel(string program, IReadOnlyList<LabeledText> training, int seed, params IEnumerable<string> settings)
    {
        _program = program;
        _labels = new LabelNumbers(training);
        IReadOnlyList<LabeledText> shuffled = TokenizedTexts.Of(RandomOrder.Of(training, seed));
        File.WriteAllLines(Input, shuffled.Select(text => $"{Prefix}{_labels.NumberOf(text.Label)} {text.Text}"));
        string number = seed.ToString(CultureInfo.InvariantCulture);
        Run(["supervised", "-input", Input, "-output", Model, "-seed", number, "-verbose", "0", .. settings]);
    }

    /// <summary>The size of the file of the model that isn't quantized.</summary>
    public long Bytes => new FileInfo($"{Model}.bin").Length;

    private string Input => Path.Combine(_folder.FullName, "train.txt");

    /// <summary>The path of the model's files, without their endings.</summary>
    private string Model => Path.Combine(_folder.FullName, "model");

    private string Quantized => $"{Model}.ftz";

    /// <summary>Quantizes the model; <see cref="Predict"/> uses the result from then on.</summary>
    /// <returns>The size of the file in bytes.</returns>
    public long Quantize(params IEnumerable<string> settings)
    {
        Run(["quantize", "-input", Input, "-output", Model, "-verbose", "0", .. settings]);
        return new FileInfo(Quantized).Length;
    }

    /// <summary>The labels of texts.</summary>
    public IReadOnlyList<string> Predict(IReadOnlyList<string> texts)
    {
        string test = Path.Combine(_folder.FullName, "test.txt");
        File.WriteAllLines(test, TokenizedTexts.Of(texts));
        string[] lines = Run(["predict", File.Exists(Quantized) ? Quantized : $"{Model}.bin", test]).TrimEnd('\n').Split('\n');
        return [.. lines.Select(line => _labels[int.Parse(line.AsSpan(Prefix.Length), CultureInfo.InvariantCulture)])];
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Run(string[] arguments) => ExternalProgram.Run(_program, arguments).Output;
}
