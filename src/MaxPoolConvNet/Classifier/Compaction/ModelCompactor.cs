using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet;

/// <summary>Makes a model compact: rounds its filters as coarsely as the texts allow, or as a maximum size requires.</summary>
internal sealed class ModelCompactor
{
    private const int MostTexts = 4_096;

    /// <summary>The most that the mean log-loss on the training texts may grow, in nats, without a maximum size.</summary>
    private const double MostLossChange = 0.005;

    private static readonly int[] _levels = [31, 62, 127];

    private readonly LabeledText[] _texts;
    private readonly int _threads;

    /// <param name="texts">The training texts, of which up to 4,096, spread evenly, are looked at; empty to measure nothing.</param>
    /// <param name="threads">The number of threads.</param>
    public ModelCompactor(IReadOnlyList<LabeledText> texts, int threads)
    {
        int count = Math.Min(texts.Count, MostTexts);
        _texts = [.. Enumerable.Range(0, count).Select(one => texts[(int)((long)one * texts.Count / count)])];
        _threads = threads;
    }

    /// <param name="model">The model.</param>
    /// <param name="maximumBytes">The largest file, without the user's metadata; null for any.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>The compact model; the same one if no rounding is fine enough, or if there is nothing to round.</returns>
    /// <exception cref="ArgumentException">No rounding makes the file small enough.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public TrainedModel Compact(TrainedModel model, long? maximumBytes, CancellationToken cancellationToken)
    {
        if (!FilterQuantizer.CanQuantize(model.Network)) return maximumBytes is { } limit ? ModelShrinker.Checked(model, limit) : model;
        TrainedModel compact = model.IsCompact ? model : Round(model, cancellationToken);
        if (maximumBytes is not { } most || ModelShrinker.BytesOf(compact) <= most) return compact;
        (TrainedModel small, int levels) = ModelShrinker.Shrink(model, most, cancellationToken);
        return small with { Compaction = Compare(model, small, levels, cancellationToken) };
    }

    private TrainedModel Round(TrainedModel model, CancellationToken cancellationToken)
    {
        foreach (int levels in _levels)
        {
            Network<float> rounded = FilterQuantizer.Quantize(model.Network, levels, FilterQuantizer.UsualSmallest);
            CompactionReport report = Compare(model, model with { Network = rounded }, levels, cancellationToken);
            if (report.LossChange is null or <= MostLossChange)
                return model with { Network = rounded, Compaction = report, Checksum = null };
            rounded.Release();
        }

        return model;
    }

    private CompactionReport Compare(TrainedModel model, TrainedModel compact, int levels, CancellationToken cancellationToken)
    {
        double kept = KeptFraction(compact.Network);
        if (_texts.Length == 0) return new CompactionReport(levels, kept, null, null);
        using var before = new ScoredTexts(model, _texts);
        using var after = new ScoredTexts(compact, _texts);
        double[] losses = new double[_texts.Length];
        double[] logits = new double[_texts.Length];
        new TextSharing(_threads).ForEach(
            _texts.Length,
            text =>
            {
                ReadOnlySpan<float> old = before.Logits(text);
                ReadOnlySpan<float> now = after.Logits(text);
                IOutputFunction<float> function = model.Network.Output.Function;
                Target target = before.Texts.Target(text);
                losses[text] = function.LogLikelihood(old, target) - function.LogLikelihood(now, target);
                for (int c = 0; c < old.Length; c++)
                    logits[text] = Math.Max(logits[text], Math.Abs(old[c] - now[c]));
            },
            cancellationToken);
        return new CompactionReport(levels, kept, losses.Average(), logits.Max());
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

        return all == 0 ? 0 : (double)kept / all;
    }
}
