using System.Globalization;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Benchmarks.Accuracy.Baselines;

/// <summary>
/// fastText's own program, on the words that our tokenizer finds. A label goes to it as its number, whatever characters it has.
/// </summary>
/// <param name="program">What to start; <see cref="Installed"/> where it is on the path.</param>
internal sealed class FastTextRow(string program) : IAccuracyRow
{
    public const string Installed = "fasttext";

    private const string Prefix = "__label__";

    /// <summary>Those that decide and the defaults of the program, spelt out so that another version's defaults change nothing.</summary>
    private static readonly string[] _settings =
    [
        "-wordNgrams", "2", "-epoch", "25", "-thread", "1", "-lr", "0.1", "-dim", "100", "-loss", "softmax", "-minCount", "1",
        "-bucket", "2000000", "-minn", "0", "-maxn", "0", "-lrUpdateRate", "100",
    ];

    /// <summary>The program doesn't tell its version: another one than the installed one is known by its path alone.</summary>
    private readonly Lazy<string> _version = new(() => program == Installed ? InstalledVersion() : program);

    public string Name => "fasttext";

    public string Title => "fastText, bigrams, 25 epochs";

    public string Configuration => $"{_version.Value}, {string.Join(' ', _settings)}, words of WordTokenizer, texts in random order";

    public IReadOnlyList<string> Predict(IReadOnlyList<LabeledText> training, IReadOnlyList<string> texts, int seed)
    {
        var labels = new LabelNumbers(training);
        DirectoryInfo folder = Directory.CreateTempSubdirectory("maxpoolconvnet");
        try
        {
            string input = Path.Combine(folder.FullName, "train.txt");
            string test = Path.Combine(folder.FullName, "test.txt");
            string model = Path.Combine(folder.FullName, "model");
            IReadOnlyList<LabeledText> learned = TokenizedTexts.Of(RandomOrder.Of(training, seed));
            File.WriteAllLines(input, learned.Select(text => $"{Prefix}{labels.NumberOf(text.Label)} {text.Text}"));
            File.WriteAllLines(test, TokenizedTexts.Of(texts));
            string number = seed.ToString(CultureInfo.InvariantCulture);
            ExternalProgram.Run(
                program, ["supervised", "-input", input, "-output", model, "-seed", number, "-verbose", "0", .. _settings]);
            string[] lines = ExternalProgram.Run(program, "predict", $"{model}.bin", test).Output.TrimEnd('\n').Split('\n');
            return [.. lines.Select(line => labels[int.Parse(line[Prefix.Length..], CultureInfo.InvariantCulture)])];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Where it came as a package of Debian, the package tells.</summary>
    private static string InstalledVersion()
    {
        try
        {
            return ExternalProgram.Run("dpkg-query", "--show", "--showformat=${Package} ${Version}", Installed).Output;
        }
        catch (Exception problem) when (problem is FileNotFoundException or InvalidOperationException)
        {
            return $"{Installed} of a version unknown";
        }
    }
}
