using System.Globalization;
using MaxPoolConvNet.Benchmarks.Accuracy.Baselines;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Benchmarks.RawText;

/// <summary>
/// fastText's own program with a model of words and bigrams that learned from the raw texts, in random order: its words are what stands between
/// spaces. Each prediction is a process that loads the model first.
/// </summary>
internal sealed class FastTextPredictor : IDisposable
{
    private const string Prefix = "__label__";

    /// <summary>The shell's part is to write what the program says to a file: the fewest hands between them.</summary>
    private const string Script = "exec \"$0\" predict-prob \"$1\" \"$2\" > \"$3\"";

    private readonly string _program;
    private readonly LabelNumbers _labels;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("maxpoolconvnet");

    public FastTextPredictor(string program, IReadOnlyList<LabeledText> texts)
    {
        _program = program;
        _labels = new LabelNumbers(texts);
        string input = Path.Combine(_folder.FullName, "train.txt");
        File.WriteAllLines(
            input,
            RandomOrder.Of(texts, seed: 1).Select(text => string.Create(
                CultureInfo.InvariantCulture, $"{Prefix}{_labels.NumberOf(text.Label)} {text.Text.ReplaceLineEndings(" ")}")));
        ExternalProgram.Run(
            program, "supervised", "-input", input, "-output", Path.Combine(_folder.FullName, "model"),
            "-wordNgrams", "2", "-dim", "100", "-thread", "1", "-seed", "1", "-verbose", "0");
    }

    /// <summary>Predicts every line of a file, and writes label and probability of each to another.</summary>
    public void Predict(string input, string output) =>
        ExternalProgram.Run("/bin/sh", "-c", Script, _program, Path.Combine(_folder.FullName, "model.bin"), input, output);

    /// <summary>The labels in a file that <see cref="Predict"/> wrote.</summary>
    public IEnumerable<string> Labels(string output) => File.ReadLines(output)
        .Select(line => _labels[int.Parse(line.AsSpan(Prefix.Length, line.IndexOf(' ') - Prefix.Length), CultureInfo.InvariantCulture)]);

    public void Dispose() => _folder.Delete(recursive: true);
}
