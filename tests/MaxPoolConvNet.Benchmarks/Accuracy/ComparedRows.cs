namespace MaxPoolConvNet.Benchmarks.Accuracy;

/// <summary>By how much a system is better than another on a set, with the interval of a paired bootstrap over the texts tested on.</summary>
/// <remarks>
/// Folds are tested as one (so that an F1 is that of all folds), seeds are added up. A text that several seeds test is drawn with all of its
/// predictions, since they aren't independent (Efron &amp; Tibshirani 1993, the percentile interval).
/// </remarks>
/// <param name="Row">The system.</param>
/// <param name="Against">The other.</param>
/// <param name="Set">The set.</param>
/// <param name="Difference">The measure of the system less that of the other.</param>
/// <param name="Low">The lower end of the interval, which has the true difference with 95 % confidence.</param>
/// <param name="High">Its upper end.</param>
internal sealed record ComparedRows(IAccuracyRow Row, IAccuracyRow Against, AccuracySet Set, double Difference, double Low, double High)
{
    private const int Draws = 10_000;
    private const double Tail = 0.025;

    public static ComparedRows Of(
        IAccuracyRow row, IAccuracyRow against, AccuracySet set, IReadOnlyList<Trial> trials, IReadOnlyList<Figure> own, IReadOnlyList<Figure> other)
    {
        var texts = new Dictionary<string, (MeasureTerms Own, MeasureTerms Other)>(StringComparer.Ordinal);
        for (int trial = 0; trial < trials.Count; trial++)
        {
            for (int text = 0; text < trials[trial].Split.HeldOut.Count; text++)
            {
                (string label, string words) = (trials[trial].Split.HeldOut[text].Label, trials[trial].Split.HeldOut[text].Text);
                (MeasureTerms Own, MeasureTerms Other) sums = texts.GetValueOrDefault(words);
                texts[words] = (
                    sums.Own + set.Measure.TermsOf(label, own[trial].Predicted[text]),
                    sums.Other + set.Measure.TermsOf(label, other[trial].Predicted[text]));
            }
        }

        (MeasureTerms Own, MeasureTerms Other)[] all = [.. texts.Values];
        var random = new Random(1);
        double[] drawn = [.. Enumerable.Range(0, Draws).Select(_ => Difference(random.GetItems(all, all.Length)))];
        Array.Sort(drawn);
        return new ComparedRows(row, against, set, Difference(all), drawn[(int)(Tail * Draws)], drawn[(int)((1 - Tail) * Draws) - 1]);

        static double Difference((MeasureTerms Own, MeasureTerms Other)[] some)
        {
            MeasureTerms own = default;
            MeasureTerms other = default;
            foreach ((MeasureTerms one, MeasureTerms two) in some)
                (own, other) = (own + one, other + two);
            return own.Ratio - other.Ratio;
        }
    }
}
