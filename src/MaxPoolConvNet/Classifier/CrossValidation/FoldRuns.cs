using MaxPoolConvNet.Storage;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;
using Microsoft.Extensions.Logging;

namespace MaxPoolConvNet.Evaluation;

/// <summary>Trains on each of some parts, and tests on its held-out texts; ranks divide the parts.</summary>
/// <param name="parts">The texts and the seed of each part.</param>
/// <param name="labels">The labels of all texts.</param>
/// <param name="options">The options of each training.</param>
/// <param name="progress">Receives the progress; null for none.</param>
/// <param name="logger">Receives messages; null for none.</param>
/// <param name="cancellationToken">Cancels the operation without a result.</param>
internal sealed class FoldRuns(
    (TextSplit Split, ulong Seed)[] parts,
    LabelSet labels,
    TrainingOptions options,
    IProgress<FoldProgress>? progress,
    ILogger<Trainer>? logger,
    CancellationToken cancellationToken)
{
    private readonly FoldReport[] _reports = new FoldReport[parts.Length];
    private readonly MemoryStream?[] _classifiers = new MemoryStream?[parts.Length];

    public FoldReport[] ToReports()
    {
        RankedParts.Run(options.Ranks, [.. parts.Select(part => part.Split.Training.Count)], RunParts, Write, Read);
        return _reports;
    }

    private void RunParts(int[] own)
    {
        // a part's networks share the threads, so that the memory of one part at a time is enough for a few threads
        int atOnce = Math.Clamp(options.ThreadCount / options.Networks, 1, Math.Max(1, own.Length));
        int threads = Math.Max(1, options.ThreadCount / atOnce);
        Concurrently.ForEach(own.Length, atOnce, n => RunPart(own[n], threads), cancellationToken);
    }

    private void RunPart(int part, int threads)
    {
        (TextSplit split, _) = parts[part];
        using IDisposable? scope = logger is null ? null : TrainingLog.Part(logger, part + 1, parts.Length);
        IProgress<TrainingProgress>? own = progress is null ? null : new FoldProgressAdapter(progress, part + 1, parts.Length);
        var trainer = new Trainer(OptionsOf(part, threads), logger);
        TrainingResult result = trainer.Train(split.Training, labels, oneByOne: true, own, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        _reports[part] = new FoldReport(
            result.Classifier.Evaluate(split.HeldOut, threads, cancellationToken),
            result.TrainingTime,
            result.TrainedWordCount,
            result.Options);
        if (options.Ranks is not null) result.Classifier.Save(_classifiers[part] = new MemoryStream());
    }

    private TrainingOptions OptionsOf(int part, int threads) => options with
    {
        Ranks = null,
        Threads = threads,
        Seed = parts[part].Seed,
        Checkpoint = options.Checkpoint is null ? null : FormattableString.Invariant($"{options.Checkpoint}.{part + 1}"),
    };

    /// <summary>Writes what other ranks need for the report of a part: the classifier, and what isn't known from it.</summary>
    private void Write(int part, Stream stream)
    {
        FoldReport own = _reports[part];
        RankedParts.Write(stream, [own.TrainingTime.Ticks, own.TrainedWordCount, own.Options.Vocabulary.MinimumCount ?? 0]);
        _classifiers[part]!.WriteTo(stream);
        _classifiers[part] = null;
    }

    private void Read(int part, Stream stream)
    {
        Span<long> numbers = stackalloc long[3];
        RankedParts.Read(stream, numbers);
        ITokenizer? tokenizer = StoredTokenizer.ToPass(options.Tokenizer);
        TextClassifier classifier = TextClassifier.Load(stream, new LoadOptions { Tokenizer = tokenizer });
        TextSplit split = parts[part].Split;
        TrainingOptions own = OptionsOf(part, options.ThreadCount) with
        {
            Vocabulary = options.Vocabulary with { MinimumCount = numbers[2] == 0 ? null : (int)numbers[2] },
            LabelsPerText = labels.LabelsPerText,
        };
        _reports[part] = new FoldReport(
            classifier.Evaluate(split.HeldOut, options.ThreadCount, cancellationToken),
            TimeSpan.FromTicks(numbers[0]),
            numbers[1],
            own.Resolve(split.Training.Count, classifier.Labels.Length));
    }
}
