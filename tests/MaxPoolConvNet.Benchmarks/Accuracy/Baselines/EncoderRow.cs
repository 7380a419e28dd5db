using System.Globalization;
using System.Runtime.InteropServices;
using MaxPoolConvNet.English;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Benchmarks.Accuracy.Baselines;

/// <summary>
/// A sentence encoder through ONNX Runtime, with scikit-learn's logistic regression over its vectors (<c>logistic_regression.py</c>). Its vectors are
/// those from which MaxPoolConvNet.English was made, of whole texts.
/// </summary>
/// <param name="python">The Python interpreter, which has scikit-learn.</param>
internal sealed class EncoderRow(string python) : IAccuracyRow
{
    private static readonly string _script = Path.Combine(AppContext.BaseDirectory, "logistic_regression.py");

    private readonly Lazy<string> _version = new(() => ExternalProgram.Run(python, _script, "--version").Output.Trim());
    private readonly Lazy<SentenceEncoder> _encoder = new(() => new SentenceEncoder(EncoderSource.MiniLM));

    /// <summary>The vectors of the texts so far: folds and seeds have the same ones.</summary>
    private readonly Dictionary<string, float[]> _vectors = new(StringComparer.Ordinal);

    public string Name => "encoder";

    public string Title => $"all-MiniLM-L6-v2, ONNX Runtime, with scikit-learn {_version.Value}'s LogisticRegression";

    public string Configuration =>
        $"version {_version.Value}, mean of the pieces of length 1, at most {SentenceEncoder.MostPieces} pieces, C of 1, 10, 100 by three folds";

    public bool IsDeterministic => true;

    public IReadOnlyList<string> Predict(IReadOnlyList<LabeledText> training, IReadOnlyList<string> texts, int seed)
    {
        var labels = new LabelNumbers(training);
        Encode([.. training.Select(text => text.Text), .. texts]);
        DirectoryInfo folder = Directory.CreateTempSubdirectory("maxpoolconvnet");
        try
        {
            string train = Path.Combine(folder.FullName, "train");
            string numbers = Path.Combine(folder.FullName, "labels");
            string test = Path.Combine(folder.FullName, "test");
            Write(train, training.Select(text => text.Text));
            File.WriteAllLines(numbers, training.Select(text => labels.NumberOf(text.Label).ToString(CultureInfo.InvariantCulture)));
            Write(test, texts);
            string dimension = _encoder.Value.Dimension.ToString(CultureInfo.InvariantCulture);
            string output = ExternalProgram.Run(python, _script, train, numbers, test, dimension).Output;
            return [.. output.TrimEnd('\n').Split('\n').Select(line => labels[int.Parse(line, CultureInfo.InvariantCulture)])];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private void Encode(string[] texts)
    {
        string[] more = [.. texts.Distinct().Where(text => !_vectors.ContainsKey(text))];
        foreach ((string text, float[] vector) in more.Zip(_encoder.Value.Encode(more)))
            _vectors.Add(text, vector);
    }

    private void Write(string path, IEnumerable<string> texts)
    {
        using FileStream file = File.Create(path);
        foreach (string text in texts)
            file.Write(MemoryMarshal.AsBytes<float>(_vectors[text]));
    }
}
