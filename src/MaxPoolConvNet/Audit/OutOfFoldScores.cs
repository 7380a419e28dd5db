using System.Runtime.InteropServices;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Evaluation;

/// <summary>Scores of all texts by networks that were trained without them: log-probabilities or, of several labels, log-odds.</summary>
internal sealed class OutOfFoldScores
{
    /// <summary>Probabilities nearer to 0 or 1 are moved to this distance, so that scores are finite.</summary>
    private const double LeastProbability = 1e-7;

    private readonly float[] _scores;
    private readonly int _labels;

    private OutOfFoldScores(int texts, int labels)
    {
        _scores = new float[(long)texts * labels];
        _labels = labels;
    }

    /// <summary>The scores of a text, one per label.</summary>
    public Span<float> Of(int text) => _scores.AsSpan(text * _labels, _labels);

    /// <param name="texts">The texts to score.</param>
    /// <param name="isTrusted">Whether each text is trained on.</param>
    /// <param name="options">The options of the audit.</param>
    /// <param name="progress">Receives the progress of each fold's network; null for none.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="TrainingDivergedException">Training diverged.</exception>
    /// <exception cref="OperationCanceledException">The operation was cancelled.</exception>
    public static OutOfFoldScores Of(
        AuditedTexts texts,
        bool[] isTrusted,
        LabelAuditOptions options,
        IProgress<FoldProgress>? progress,
        CancellationToken cancellationToken)
    {
        int folds = Math.Min(options.Folds, texts.Count);
        int[] fold = StratifiedSplit.FoldNumbers(texts.Texts, folds, options.Seed);
        var scores = new OutOfFoldScores(texts.Count, texts.Labels.Labels.Length);
        TrainingOptions training = options.Training(texts.Count);
        int[] sizes = [.. Enumerable.Range(0, folds).Select(held => fold.Where((own, t) => own != held && isTrusted[t]).Count())];
        RankedParts.Run(options.Ranks, sizes, RunFolds, Write, Read);
        return scores;

        void RunFolds(int[] own)
        {
            int atOnce = Math.Clamp(training.ThreadCount, 1, Math.Max(1, own.Length));
            TrainingOptions shared = training with { Threads = Math.Max(1, training.ThreadCount / atOnce) };
            Concurrently.ForEach(own.Length, atOnce, n => RunFold(own[n], shared), cancellationToken);
        }

        void RunFold(int held, TrainingOptions shared)
        {
            LabeledText[] others = [.. texts.Texts.Where((_, t) => fold[t] != held && isTrusted[t])];
            IProgress<TrainingProgress>? own = progress is null ? null : new FoldProgressAdapter(progress, held + 1, folds);
            TextClassifier classifier =
                new Trainer(shared).Train(others, texts.Labels, oneByOne: true, own, cancellationToken).Classifier;
            cancellationToken.ThrowIfCancellationRequested();
            scores.Fill(classifier, texts, t => fold[t] == held, cancellationToken);
        }

        void Write(int held, Stream stream)
        {
            for (int t = 0; t < fold.Length; t++)
            {
                if (fold[t] == held) stream.Write(MemoryMarshal.AsBytes(scores.Of(t)));
            }
        }

        void Read(int held, Stream stream)
        {
            for (int t = 0; t < fold.Length; t++)
            {
                if (fold[t] == held) stream.ReadExactly(MemoryMarshal.AsBytes(scores.Of(t)));
            }
        }
    }

    /// <summary>Replaces these scores by the mean of them and others.</summary>
    public void AverageWith(OutOfFoldScores other)
    {
        for (int at = 0; at < _scores.Length; at++)
            _scores[at] = (_scores[at] + other._scores[at]) / 2;
    }

    private void Fill(TextClassifier classifier, AuditedTexts texts, Func<int, bool> isHeldOut, CancellationToken cancellationToken)
    {
        var ofText = new LabelScores(classifier);
        double[] probabilities = new double[_labels];
        bool several = texts.Labels.SeveralPerText;
        for (int t = 0; t < texts.Count; t++)
        {
            if (!isHeldOut(t)) continue;
            cancellationToken.ThrowIfCancellationRequested();
            classifier.Score(texts.Texts[t].Text, ofText);
            ofText.CopyTo(probabilities);
            Span<float> own = Of(t);
            for (int label = 0; label < own.Length; label++)
            {
                double p = Math.Clamp(probabilities[label], LeastProbability, 1 - LeastProbability);
                own[label] = (float)(several ? Math.Log(p / (1 - p)) : Math.Log(p));
            }
        }
    }
}
