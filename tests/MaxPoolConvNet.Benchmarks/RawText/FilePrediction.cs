using System.Globalization;

namespace MaxPoolConvNet.Benchmarks.RawText;

/// <summary>Predicts every line of a file as fastText's program does: label and probability of each, with six digits, a line each.</summary>
internal static class FilePrediction
{
    public static void Run(TextClassifier classifier, string input, string output)
    {
        using var writer = new StreamWriter(output);
        Span<char> digits = stackalloc char[32];
        foreach (string line in File.ReadLines(input))
        {
            Prediction prediction = classifier.Predict(line);
            prediction.Probability.TryFormat(digits, out int length, "G6", CultureInfo.InvariantCulture);
            writer.Write(prediction.Label);
            writer.Write(' ');
            writer.Write(digits[..length]);
            writer.Write('\n');
        }
    }

    /// <summary>The labels in a file that <see cref="Run"/> wrote.</summary>
    public static IEnumerable<string> Labels(string output) => File.ReadLines(output).Select(line => line[..line.LastIndexOf(' ')]);
}
