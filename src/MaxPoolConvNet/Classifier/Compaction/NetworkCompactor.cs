using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet;

/// <summary>Makes a network compact: rounds its filters as coarsely as the training texts allow.</summary>
/// <param name="texts">The training texts.</param>
/// <param name="threads">The number of threads.</param>
internal sealed class NetworkCompactor(EncodedTexts texts, int threads)
{
    /// <summary>The most that the mean log-loss on the training texts may grow, in nats.</summary>
    private const double MostLossChange = 0.005;

    private static readonly int[] _levels = [31, 62, 127];

    /// <summary>Returns the compact network and what changed; the network itself, and null, if no rounding is fine enough.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public (Network<float> Network, CompactionReport? Report) Compact(Network<float> network, CancellationToken cancellationToken)
    {
        if (network.WordBanks == 0) return (network, null);
        foreach (int levels in _levels)
        {
            Network<float> compact = FilterQuantizer.Quantize(network, levels);
            CompactionReport report = Compare(network, compact, levels, cancellationToken);
            if (report.LossChange is null or <= MostLossChange) return (compact, report);
        }

        return (network, null);
    }

    private CompactionReport Compare(Network<float> network, Network<float> compact, int levels, CancellationToken cancellationToken)
    {
        if (texts.Count == 0) return new CompactionReport(levels, KeptFraction(compact), null, null);
        CompiledTable? rows = CompiledTable.Of(network, CompileOptions.Unasked, cancellationToken);
        using var before = new ThreadLocal<PredictionScratch>(() => new PredictionScratch(network, rows));
        using var after = new ThreadLocal<PredictionScratch>(() => new PredictionScratch(compact, rows));
        double[] losses = new double[texts.Count];
        double[] logits = new double[texts.Count];
        new TextSharing(threads).ForEach(
            texts.Count,
            text =>
            {
                float[] old = before.Value!.Predicting.Forward(texts.WordIds(text)).Logits;
                float[] now = after.Value!.Predicting.Forward(texts.WordIds(text)).Logits;
                IOutputFunction<float> function = network.Output.Function;
                losses[text] = function.LogLikelihood(old, texts.Target(text)) - function.LogLikelihood(now, texts.Target(text));
                for (int c = 0; c < old.Length; c++)
                    logits[text] = Math.Max(logits[text], Math.Abs(old[c] - now[c]));
            },
            cancellationToken);
        return new CompactionReport(levels, KeptFraction(compact), losses.Average(), logits.Max());
    }

    private static double KeptFraction(Network<float> network)
    {
        long kept = 0;
        long all = 0;
        foreach (FilterTable<float> table in network.Tables[..network.WordBanks])
        {
            all += (long)table.Words * table.Width * table.Filters;
            for (int r = 0; r < table.Words * table.Width; r++)
            {
                ReadOnlySpan<sbyte> row = table.Quantized!.Row(r / table.Width, r % table.Width);
                kept += row.Length - row.Count((sbyte)0);
            }
        }

        return (double)kept / all;
    }
}
