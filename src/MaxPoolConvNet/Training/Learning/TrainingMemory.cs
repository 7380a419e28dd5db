using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Training;

/// <summary>The memory that a training needs at its peak, known from its sizes before it is taken.</summary>
internal sealed class TrainingMemory
{
    /// <summary>The memory of a training beside which the time of a garbage collection is nothing.</summary>
    private const long LargeBytes = 64_000_000;

    private readonly string _sizes;

    /// <param name="prepared">The training; of its memory, nothing is needed yet.</param>
    public TrainingMemory(PreparedTraining prepared)
    {
        (TrainingOptions options, Vocabulary vocabulary) = (prepared.Options, prepared.Start.Vocabulary);
        (NetworkDivision division, int foldNetworks) = (prepared.Division, prepared.Folds.Parts.Count);
        ConvNetOptions form = options.Network;
        NetworkMemory whole = Weights(prepared, FilterShare.All);
        NetworkMemory part = Weights(prepared, division.Share);

        int own = Enumerable.Range(0, division.Networks).Count(division.IsOwn);
        int atOnce = prepared.OneByOne ? Math.Min(options.ThreadCount, own) : own;

        // a network that waits for others to begin is copied without the sums beside its filters, and so is each large one when it ends,
        // unless held-out texts have chosen the best networks before
        int waiting = Math.Min(own - atOnce, options.Networks);
        DropsSums = prepared.HeldOut.Count == 0 && sizeof(float) * part.Waiting >= LargeBytes && part.Waiting < part.Single;
        long peak = (atOnce * part.Training) + (waiting * part.Waiting) + (DropsSums ? part.Waiting : 0);

        // the first rank gets whole networks from the others, or copies of those whose filters it shares
        int complete = division.Shares is null ? Enumerable.Range(0, options.Networks).Count(division.IsOwn) : 0;
        if (division.IsFirst) peak += (options.Networks - complete) * whole.Single;

        // the best networks so far are kept beside those that train on
        if (division.IsFirst && prepared.HeldOut.Count > 0) peak += options.Networks * whole.Single;

        // a checkpoint has a bank's entries and the sums of its steps in 32 bits, one after the other
        if (options.Checkpoint is not null) peak += part.Single;

        // the first of the ranks that share filters puts arrays together for a checkpoint, from their parts
        if (options.Checkpoint is not null && division is { Shares: not null, Share.First: 0 }) peak += 2 * whole.Single;

        // the filters of several networks, or those in 16 bits, are copied into the result
        bool isCopied = options.Networks > 1 || whole.Waiting < whole.Single;
        long result = options.Compact
            ? form.WordFilters.Sum(group => Rows(prepared, group) * group.Width * group.Count * options.Networks)
            : isCopied ? sizeof(float) * options.Networks * whole.Single : 0;

        // other networks still have the sums beside filters: two of 16 bits are as long as one entry in single precision
        int without = DropsSums ? options.Networks : waiting;
        long ended = (without * whole.Waiting) + ((options.Networks - without) * whole.Single);
        long end = division.IsFirst ? (sizeof(float) * ended) + result : 0;
        long ids = prepared.Training.WordCount * (1L + foldNetworks);
        Bytes = Math.Max(sizeof(float) * peak, end) + (sizeof(int) * ids);
        _sizes = FormattableString.Invariant(
            $"{Count(options.Networks, foldNetworks)} of {form.Features:N0} filters over {vocabulary.Count:N0} words");
    }

    /// <summary>The bytes that training adds, at this rank, to what the process has now.</summary>
    public long Bytes { get; }

    /// <summary>Whether each finished network is worth a copy that leaves the memory of the sums beside its filters.</summary>
    public bool DropsSums { get; }

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
    /// While memory looks free, the garbage collector collects large arrays late, and the peak would have what is needed next beside what
    /// was needed before.
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

    /// <summary>The memory of a network at this rank.</summary>
    private static NetworkMemory Weights(PreparedTraining prepared, FilterShare share)
    {
        (TrainingOptions options, ConvNetOptions form) = (prepared.Options, prepared.Options.Network);
        (int memories, bool sums) = options.Optimizer.MakeRule(new MemoryPerEntry());
        int labels = prepared.Start.Labels.Labels.Length;
        long filters = 0;
        int first = 0;
        foreach (FilterGroup group in form.WordFilters)
        {
            int count = share.OfBank(first, group.Count).GetOffsetAndLength(group.Count).Length;
            filters += Rows(prepared, group) * group.Width * AlignedArray<float>.WholeLines(count);
            first += group.Count;
        }

        long batchSums = options.StepsByText ? 0 : filters;
        int features = share.OfBank(0, form.Features).GetOffsetAndLength(form.Features).Length;
        long output = (long)labels * AlignedArray<float>.WholeLines(features);

        // logits and errors of a batch's texts, each in two forms
        long batchOutput = options.StepsByText ? 0 : options.BatchSize!.Value * 4L * labels;
        long dimension = form.Embedding is null ? 0 : form.Embedding.StaticDimension + form.Embedding.TrainedDimension;
        long vectors = form.Embedding is null ? 0 : prepared.Start.Vocabulary.Count * (long)AlignedArray<float>.WholeLines((int)dimension);
        long vectorSteps = form.Embedding is { TrainedDimension: > 0 } ? memories * vectors : 0;
        long others = output + vectors;

        // sums of steps text by text have 16 bits, and so have the entries beside them
        long waiting = others + (sums && options.StepsByText ? filters / 2 : filters);
        long filterSteps = sums ? filters / 2 : memories * filters;
        long training = waiting + batchSums + batchOutput + filterSteps + (memories * output) + vectorSteps;
        return new NetworkMemory(others + filters, waiting, training);
    }

    /// <summary>The rows of words, the zero word's among them, in filters of a width at one position.</summary>
    private static long Rows(PreparedTraining prepared, FilterGroup group) =>
        prepared.Start.FilterWords.In(group.Width, prepared.Options.Network.WordFilters) + 1L;

    private static string Count(int networks, int foldNetworks) => foldNetworks == 0
        ? FormattableString.Invariant($"{networks} network{(networks == 1 ? "" : "s")}")
        : FormattableString.Invariant($"{networks} network{(networks == 1 ? "" : "s")}, and {foldNetworks} for calibration,");

    private static string Megabytes(long bytes) => FormattableString.Invariant($"{Math.Max(1, bytes / 1_000_000):N0} MB");

    private sealed class MemoryPerEntry : IRuleUser<(int Numbers, bool AreSums)>
    {
        public (int Numbers, bool AreSums) Use<TRule>(TRule rule)
            where TRule : struct, IUpdateRule<TRule> => (TRule.Memories, TRule.RemembersSums);
    }

    /// <summary>The memory of a network, in numbers of 32 bits.</summary>
    /// <param name="single">That of all weights in single precision.</param>
    /// <param name="waiting">That of a finished network without sums beside its filters.</param>
    /// <param name="training">That of a network in training.</param>
    private readonly struct NetworkMemory(long single, long waiting, long training)
    {
        public long Single { get; } = single;

        public long Waiting { get; } = waiting;

        public long Training { get; } = training;
    }
}
