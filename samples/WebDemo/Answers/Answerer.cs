using System.Collections.Immutable;
using MaxPoolConvNet.Extensions.Hosting;

namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>Answers for texts with the model in service.</summary>
internal sealed class Answerer(ITextClassifierService service, Doubts doubts, CorrectionStore corrections)
{
    private const int MostShadedWords = 2_000;
    private const double LeastShare = 0.02;

    public Answer Answer(string text)
    {
        TextClassifierSnapshot current = service.Current; // once: all of the answer is from one model
        Prediction prediction = current.Predict(text);
        return new Answer(
            prediction.Label,
            prediction.Probability,
            doubts.About(prediction, doubts.ThresholdOf(current.Classifier)),
            [.. current.Classifier.Score(text).OrderByDescending(one => one.Probability)],
            prediction.HasKnownWords ? Shaded(current.Classifier.Explain(text).Words) : [],
            prediction.KnownWordCount,
            prediction.WordCount,
            prediction.Familiarity,
            current.Checksum,
            corrections.Current.Of(text));
    }

    /// <summary>Answers for many texts, the most doubtful first.</summary>
    public IReadOnlyList<ShortAnswer> AnswerAll(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        TextClassifierSnapshot current = service.Current;
        ErrorThreshold? threshold = doubts.ThresholdOf(current.Classifier);
        CorrectionSet corrected = corrections.Current;
        ImmutableArray<Prediction> predictions = current.PredictAll(texts, cancellationToken: cancellationToken);
        return
        [
            .. predictions
                .Select((prediction, at) => new ShortAnswer(
                    at + 1,
                    texts[at],
                    prediction.Label,
                    prediction.Probability,
                    doubts.About(prediction, threshold),
                    corrected.Of(texts[at])))
                .OrderBy(answer => answer.Doubt is null)
                .ThenBy(answer => answer.Probability)
                .ThenBy(answer => answer.Number),
        ];
    }

    private static ImmutableArray<ShadedWord> Shaded(ImmutableArray<ExplainedWord> words)
    {
        double strongest = words.Max(word => Math.Abs(word.Contribution));
        if (strongest == 0) return [];
        return
        [
            .. words
                .Select(word => new ShadedWord(word.Start, word.Length, Math.Round(word.Contribution / strongest, 3)))
                .Where(word => Math.Abs(word.Share) >= LeastShare)
                .OrderByDescending(word => Math.Abs(word.Share))
                .Take(MostShadedWords)
                .OrderBy(word => word.Start),
        ];
    }
}
