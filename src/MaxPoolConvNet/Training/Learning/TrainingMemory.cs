using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Training;

/// <summary>The memory that a training needs at its peak, known from its sizes before it is taken.</summary>
internal sealed class TrainingMemory
{
    /// <summary>The memory of a training beside which the time of a garbage collection is nothing.</summary>
    private const long LargeBytes = 64_000_000;

    private readonly string _sizes;

    /// <param name="options">The options, resolved.</param>
    /// <param name="vocabulary">The words.</param>
    /// <param name="labels">The labels.</param>
    /// <param name="texts">The encoded training texts.</param>
    /// <param name="foldNetworks">The number of networks for out-of-fold scores.</param>
    /// <param name="atOnce">The number of networks that have the memory for training at the same time.</param>
    public TrainingMemory(TrainingOptions options, Vocabulary vocabulary, LabelSet labels, EncodedTexts texts, int foldNetworks, int atOnce)
    {
        ConvNetOptions form = options.Network;
        int memories = options.Optimizer.MakeRule(new MemoriesPerEntry());
        long words = vocabulary.Count + 1L;
        long filters = form.WordFilters.Sum(group => words * group.Width * AlignedArray<float>.WholeLines(group.Count));
        bool textByText = options.BatchSize == 1 && form.Embedding is null;
        long batchSums = textByText ? 0 : filters;
        long output = (long)labels.Labels.Length * AlignedArray<float>.WholeLines(form.Features);

        // logits and errors of a batch's texts, each in two forms
        long batchOutput = textByText ? 0 : options.BatchSize!.Value * 4L * labels.Labels.Length;
        long dimension = form.Embedding is null ? 0 : form.Embedding.StaticDimension + form.Embedding.TrainedDimension;
        long vectors = form.Embedding is null ? 0 : words * AlignedArray<float>.WholeLines((int)dimension);
        long vectorSteps = form.Embedding is { TrainedDimension: > 0 } ? memories * vectors : 0;
        long weights = filters + output + vectors;
        long training = weights + batchSums + batchOutput + (memories * (filters + output)) + vectorSteps;

        int all = options.Networks + foldNetworks;
        long peak = (Math.Min(atOnce, all) * training) + (Math.Clamp(all - atOnce, 0, options.Networks) * weights);
        long compact = options.Compact ? words * form.WordFilters.Sum(group => group.Width * (long)group.Count * options.Networks) : 0;
        long ids = texts.WordCount * (1L + foldNetworks);
        Bytes = Math.Max(sizeof(float) * peak, (sizeof(float) * options.Networks * weights) + compact) + (sizeof(int) * ids);
        _sizes = FormattableString.Invariant(
            $"{Count(options.Networks, foldNetworks)} of {form.Features:N0} filters over {vocabulary.Count:N0} words");
    }

    /// <summary>The bytes that training adds to what the process has now.</summary>
    public long Bytes { get; }

    /// <summary>Compares what training needs with what the process may use.</summary>
    /// <exception cref="InsufficientMemoryException">It may use too little.</exception>
    public void Check()
    {
        // where a container or a setting limits the heap, this is the limit
        long available = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        if (Bytes + GC.GetTotalMemory(forceFullCollection: false) <= available) return;
        long used = GC.GetTotalMemory(forceFullCollection: true);
        if (Bytes + used > available)
        {
            throw new InsufficientMemoryException(
                $"training needs about {Megabytes(Bytes + used)}, and this process may use {Megabytes(available)}; {Advice}");
        }
    }

    /// <summary>Returns memory that nobody uses any more to the system, if this training takes much.</summary>
    /// <remarks>
    /// While memory looks free, the garbage collector collects large arrays late, and the peak would have what is needed next beside what was
    /// needed before.
    /// </remarks>
    public void ReturnUnused()
    {
        if (Bytes >= LargeBytes) GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
    }

    /// <summary>The error of a training that ran out of memory all the same.</summary>
    public InsufficientMemoryException Exhausted(OutOfMemoryException cause) =>
        new($"training ran out of memory; it was estimated to need {Megabytes(Bytes)}; {Advice}", cause);

    private string Advice =>
        $"it has {_sizes}: a larger minimum count of words, fewer filters, fewer networks or no calibration need less";

    private static string Count(int networks, int foldNetworks) => foldNetworks == 0
        ? FormattableString.Invariant($"{networks} network{(networks == 1 ? "" : "s")}")
        : FormattableString.Invariant($"{networks} network{(networks == 1 ? "" : "s")}, and {foldNetworks} for calibration,");

    private static string Megabytes(long bytes) => FormattableString.Invariant($"{Math.Max(1, bytes / 1_000_000):N0} MB");

    private sealed class MemoriesPerEntry : IRuleUser<int>
    {
        public int Use<TRule>(TRule rule)
            where TRule : struct, IUpdateRule<TRule> => TRule.Memories;
    }
}
