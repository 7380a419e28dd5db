using System.Collections.Immutable;
using System.Globalization;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Evaluation;

/// <summary>The labels of two classifiers and of texts, in ordinal order, and what a classifier predicts in terms of them.</summary>
internal sealed class ComparedLabels
{
    private readonly Dictionary<string, int> _indexes;

    public ComparedLabels(IEnumerable<string> first, IEnumerable<string> second, IEnumerable<LabeledText> texts)
    {
        IEnumerable<string> all = first.Concat(second).Concat(texts.SelectMany(text => text.Labels));
        All = [.. all.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        _indexes = All.Index().ToDictionary(one => one.Item, one => one.Index, StringComparer.Ordinal);
    }

    public ImmutableArray<string> All { get; }

    public ImmutableArray<string> NamesOf(int[] labels) => [.. labels.Select(label => All[label])];

    /// <summary>The labels of each text, as indexes, ascending.</summary>
    /// <exception cref="ArgumentException">A text doesn't have exactly one label, but one is expected.</exception>
    public int[][] Truths(LabeledText[] texts, bool severalPerText)
    {
        for (int t = 0; t < texts.Length && !severalPerText; t++)
        {
            if (texts[t].Labels.Length != 1)
            {
                throw new ArgumentException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"text {t + 1} has {texts[t].Labels.Length} labels; one was expected, as the classifiers give each text"));
            }
        }

        return Array.ConvertAll(texts, text => Ascending(text.Labels));
    }

    /// <summary>What a classifier predicts for each text.</summary>
    /// <exception cref="OperationCanceledException">The operation was cancelled.</exception>
    public ComparedOutcomes Run(TextClassifier classifier, LabeledText[] texts, int? threads, CancellationToken cancellationToken)
    {
        int[][] labels = new int[texts.Length][];
        double[] losses = new double[texts.Length];
        new TextSharing(threads).ForEach(
            texts.Length,
            text =>
            {
                (IEnumerable<string> predicted, losses[text]) = Outcome(classifier, texts[text]);
                labels[text] = Ascending(predicted);
            },
            cancellationToken);
        return new ComparedOutcomes(labels, losses);
    }

    /// <summary>Returns the labels that a classifier predicts, and −L; NaN if it doesn't know a label of the text.</summary>
    private static (List<string> Labels, double Loss) Outcome(TextClassifier classifier, LabeledText text)
    {
        LabelSet known = classifier.Model.Labels;
        IOutputFunction<float> output = classifier.Model.Network.Output.Function;
        ReadOnlySpan<float> logits = classifier.Logits(text.Text);
        var labels = new List<string>();
        if (!output.HasSeveralLabels) labels.Add(known.Labels[output.MostProbable(logits)]);
        for (int label = 0; output.HasSeveralLabels && label < logits.Length; label++)
        {
            if (output.ClassProbability(logits, label) >= OutputFunctions.UsualThreshold) labels.Add(known.Labels[label]);
        }

        bool isKnown = text.Labels.All(label => known.Find(label) is not null);
        return (labels, isKnown ? -output.LogLikelihood(logits, known.TargetOf(text, "test", 0)) : double.NaN);
    }

    private int[] Ascending(IEnumerable<string> labels) => [.. labels.Select(label => _indexes[label]).Order()];
}
