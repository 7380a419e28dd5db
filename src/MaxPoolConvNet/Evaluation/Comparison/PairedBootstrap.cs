namespace MaxPoolConvNet.Evaluation;

/// <summary>
/// Intervals of differences between two classifiers by the paired bootstrap (Efron and Tibshirani 1993, chapters 13 and 16.2): the texts
/// are sampled with replacement, each with both outcomes, and the interval ends at quantiles of the differences.
/// </summary>
internal sealed class PairedBootstrap
{
    private const int Resamples = 1_000;
    private const ulong Seed = 1;

    private readonly float[][] _differences;
    private readonly double _level;

    /// <param name="createSums">Creates the sums of the first and of the second classifier; called once per thread.</param>
    /// <param name="figures">The figures to compare, computed from sums.</param>
    /// <param name="texts">The number of texts.</param>
    /// <param name="level">1 − the confidence of the intervals.</param>
    /// <param name="threads">The maximum number of threads, which doesn't change the result.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public PairedBootstrap(
        Func<(ComparisonSums First, ComparisonSums Second)> createSums,
        IReadOnlyList<Func<ComparisonSums, double>> figures,
        int texts,
        double level,
        int threads,
        CancellationToken cancellationToken)
    {
        _level = level;
        _differences = [.. figures.Select(_ => new float[Resamples])];
        var sharing = new WorkSharing(threads);
        var random = new CounterRandom(Seed);
        (ComparisonSums First, ComparisonSums Second, int[] Times)[] scratch =
            [.. Enumerable.Range(0, sharing.Threads).Select(_ => Scratch())];
        sharing.Run(Resamples, (resample, worker) =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            (ComparisonSums first, ComparisonSums second, int[] times) = scratch[worker];
            first.Clear();
            second.Clear();
            Array.Clear(times);
            CounterRandom own = random.Stream((ulong)resample);
            for (int draw = 0; draw < texts; draw++)
                times[own.Below(texts, (ulong)draw)]++;
            for (int text = 0; text < texts; text++)
            {
                if (times[text] == 0) continue;
                first.Add(text, times[text]);
                second.Add(text, times[text]);
            }

            for (int figure = 0; figure < figures.Count; figure++)
                _differences[figure][resample] = (float)(figures[figure](second) - figures[figure](first));
        });

        foreach (float[] differences in _differences)
            Array.Sort(differences);

        (ComparisonSums First, ComparisonSums Second, int[] Times) Scratch()
        {
            (ComparisonSums first, ComparisonSums second) = createSums();
            return (first, second, new int[texts]);
        }
    }

    /// <summary>The interval of a figure's difference that leaves out half of the level on each side.</summary>
    public (double Lower, double Upper) Interval(int figure) =>
        (Quantile(figure, _level / 2), Quantile(figure, 1 - (_level / 2)));

    /// <summary>
    /// The difference of a figure below which a fraction of the resamples are; NaN without resamples that have the figure.
    /// </summary>
    public double Quantile(int figure, double fraction)
    {
        // NaN sorts first: resamples without a text that counts in the figure
        ReadOnlySpan<float> differences = _differences[figure];
        int first = differences.LastIndexOf(float.NaN) + 1;
        differences = differences[first..];
        return differences.IsEmpty ? double.NaN : differences[(int)Math.Round(fraction * (differences.Length - 1))];
    }
}
