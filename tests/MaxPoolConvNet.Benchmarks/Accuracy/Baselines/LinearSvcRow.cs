using System.Globalization;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Benchmarks.Accuracy.Baselines;

/// <summary>
/// scikit-learn's linear SVM over TF-IDF of words and characters (<c>linear_svc.py</c>), on the texts as they are. A label goes to it as its number.
/// </summary>
/// <param name="python">The Python interpreter, which has scikit-learn.</param>
internal sealed class LinearSvcRow(string python) : IAccuracyRow
{
    public const string Installed = "/usr/bin/python3";

    private static readonly string _script = Path.Combine(AppContext.BaseDirectory, "linear_svc.py");

    private readonly Lazy<string> _version = new(() => ExternalProgram.Run(python, _script, "--version").Output.Trim());

    public string Name => "linear-svc";

    public string Title => $"scikit-learn {_version.Value}, TF-IDF of words (1, 2) and characters (2 to 5), LinearSVC";

    public string Configuration => $"version {_version.Value}, sublinear frequencies, characters of words alone, in two texts at least";

    public IReadOnlyList<string> Predict(IReadOnlyList<LabeledText> training, IReadOnlyList<string> texts, int seed)
    {
        var labels = new LabelNumbers(training);
        DirectoryInfo folder = Directory.CreateTempSubdirectory("maxpoolconvnet");
        try
        {
            string train = Path.Combine(folder.FullName, "train.tsv");
            string test = Path.Combine(folder.FullName, "test.txt");
            File.WriteAllLines(train, training.Select(text => $"{labels.NumberOf(text.Label)}\t{OneLine(text.Text)}"));
            File.WriteAllLines(test, texts.Select(OneLine));
            string output = ExternalProgram.Run(python, _script, train, test, seed.ToString(CultureInfo.InvariantCulture)).Output;
            return [.. output.TrimEnd('\n').Split('\n').Select(line => labels[int.Parse(line, CultureInfo.InvariantCulture)])];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Replace('\t', ' ');
}
