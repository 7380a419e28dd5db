using System.Globalization;
using MaxPoolConvNet.Benchmarks.Accuracy.Baselines;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Benchmarks.Sizes;

/// <summary>fastText's models, quantized so that their files have about given sizes.</summary>
/// <param name="program">The program.</param>
/// <param name="dimension">The dimension of its vectors.</param>
internal sealed class QuantizedFastText(string program, int dimension)
{
    private const int Tries = 5;

    /// <summary>How near to the wanted size is near enough.</summary>
    private const double Tolerance = 0.02;

    /// <summary>Of 1, 5 and 25 epochs, 1 was the best or no worse on texts held out from the training texts.</summary>
    public static IReadOnlyList<string> Settings { get; } = ["-qnorm", "-retrain", "-epoch", "1", "-lr", "0.1", "-thread", "1"];

    public string Name => $"fastText, -dim {dimension}";

    /// <returns>The figures of the full model, and at each limit.</returns>
    public SizeFigures[] Measure(TextSplit split, int seed, IReadOnlyList<SizeLimit> limits)
    {
        using var model = new FastTextModel(program, split.Training, seed, [.. FastTextRow.Settings, "-dim", $"{dimension}"]);
        return [Figures(model, split, model.Bytes), .. limits.Select(limit => Figures(model, split, Quantize(model, limit.Bytes)))];
    }

    private static SizeFigures Figures(FastTextModel model, TextSplit split, long bytes)
    {
        IReadOnlyList<string> predicted = model.Predict([.. split.HeldOut.Select(text => text.Text)]);
        return new SizeFigures(bytes, Accuracy.Measure.Accuracy.Of([.. split.HeldOut.Select(text => text.Label)], predicted), double.NaN);
    }

    /// <summary>Quantizes the model with the number of words and bigrams that gives the size.</summary>
    /// <returns>The size of the file.</returns>
    private long Quantize(FastTextModel model, long bytes)
    {
        // at first guess, each takes 75 bytes with 100 dimensions and 17 with 10, as on MR
        int features = (int)(bytes / (11 + (0.64 * dimension)));
        long size = 0;
        for (int attempt = 0; attempt < Tries; attempt++)
        {
            if (attempt > 0) features = (int)((double)features * bytes / size);
            size = model.Quantize(["-cutoff", features.ToString(CultureInfo.InvariantCulture), .. Settings]);
            if (Math.Abs(size - bytes) < Tolerance * bytes) break;
        }

        return size;
    }
}
