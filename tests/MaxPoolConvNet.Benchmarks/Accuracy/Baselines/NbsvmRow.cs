using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Benchmarks.Accuracy.Baselines;

/// <summary>
/// NBSVM with words and pairs of words (Wang and Manning 2012); of more labels than two, the one told best from all others.
/// </summary>
internal sealed class NbsvmRow : IAccuracyRow
{
    /// <summary>To be changed with what it does, so that figures kept of it are known to be of another one.</summary>
    private const int Version = 1;

    public string Name => "nbsvm";

    public string Title => "NBSVM, bigrams (a baseline written here)";

    public string Configuration =>
        $"version {Version}, words of WordTokenizer and pairs, {LogCountRatios.Settings}, {NbsvmScore.Settings}, "
        + $"{DualCoordinateDescent.Settings}, one label against the rest";

    public IReadOnlyList<string> Predict(IReadOnlyList<LabeledText> training, IReadOnlyList<string> texts, int seed)
    {
        var labels = new LabelNumbers(training);
        var ngrams = new Ngrams();
        int[][] learned = [.. TokenizedTexts.Of(training).Select(text => ngrams.Learn(text.Text))];
        int[][] asked = [.. TokenizedTexts.Of(texts).Select(ngrams.Find)];
        double[] ScoresOf(int label)
        {
            bool[] isPositive = [.. training.Select(text => labels.NumberOf(text.Label) == label)];
            var score = new NbsvmScore(learned, isPositive, ngrams.Count, seed);
            return [.. asked.Select(score.Of)];
        }

        if (labels.Count == 2) return [.. ScoresOf(1).Select(score => labels[score > 0 ? 1 : 0])];
        double[][] scores = [.. Enumerable.Range(0, labels.Count).Select(ScoresOf)];
        int BestOf(int text) => Enumerable.Range(0, labels.Count).MaxBy(label => scores[label][text]);
        return [.. Enumerable.Range(0, texts.Count).Select(text => labels[BestOf(text)])];
    }
}
