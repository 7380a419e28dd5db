using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Benchmarks.Accuracy.Baselines;

/// <summary>
/// fastText's own program, on the words that our tokenizer finds. A label goes to it as its number, whatever characters it has.
/// </summary>
/// <param name="program">What to start; <see cref="Installed"/> where it is on the path.</param>
internal sealed class FastTextRow(string program) : IAccuracyRow
{
    public const string Installed = "fasttext";

    /// <summary>The program doesn't tell its version: another one than the installed one is known by its path alone.</summary>
    private readonly Lazy<string> _version = new(() => program == Installed ? InstalledVersion() : program);

    /// <summary>Those that decide and the defaults of the program, spelt out so that another version's defaults change nothing.</summary>
    public static IReadOnlyList<string> Settings { get; } =
    [
        "-wordNgrams", "2", "-epoch", "25", "-thread", "1", "-lr", "0.1", "-dim", "100", "-loss", "softmax", "-minCount", "1",
        "-bucket", "2000000", "-minn", "0", "-maxn", "0", "-lrUpdateRate", "100",
    ];

    public string Name => "fasttext";

    public string Title => "fastText, bigrams, 25 epochs";

    public string Configuration => $"{_version.Value}, {string.Join(' ', Settings)}, words of WordTokenizer, texts in random order";

    public IReadOnlyList<string> Predict(IReadOnlyList<LabeledText> training, IReadOnlyList<string> texts, int seed)
    {
        using var model = new FastTextModel(program, training, seed, Settings);
        return model.Predict(texts);
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
