using System.Globalization;
using System.Text.RegularExpressions;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Benchmarks;

/// <summary>fastText's own program, which reports its speed of training itself: without loading and saving.</summary>
internal sealed partial class FastText : IDisposable
{
    private readonly string _program;
    private readonly int _epochs;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("maxpoolconvnet");

    public FastText(string program, IReadOnlyList<LabeledText> texts, int epochs)
    {
        _program = program;
        _epochs = epochs;
        File.WriteAllLines(Input, texts.Select(text => $"{string.Concat(text.Labels.Select(label => $"__label__{label} "))}{text.Text}"));
    }

    private string Input => Path.Combine(_folder.FullName, "train.txt");

    /// <param name="bucket">Rows for bigrams, which are hashed into them; the default is fastText's own.</param>
    public double WordsPerSecond(int bucket = 2_000_000)
    {
        (string output, string errors) = ExternalProgram.Run(
            _program, "supervised", "-input", Input, "-output", Path.Combine(_folder.FullName, "model"),
            "-wordNgrams", "2", "-dim", "100", "-thread", "1", "-epoch", _epochs.ToString(CultureInfo.InvariantCulture), "-bucket", bucket.ToString(CultureInfo.InvariantCulture));
        Match speed = Speed().Matches(errors + output)[^1];
        return double.Parse(speed.Groups[1].Value, CultureInfo.InvariantCulture);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [GeneratedRegex(@"words/sec/thread:\s+(\d+)")]
    private static partial Regex Speed();
}
