namespace MaxPoolConvNet.Evaluation;

/// <summary>Sums of a classifier's outcomes over texts, each counted any number of times.</summary>
/// <param name="truths">The labels of each text, ascending.</param>
/// <param name="outcomes">The classifier's outcomes.</param>
/// <param name="hasLoss">Which texts count in the loss: those of known labels for both classifiers.</param>
/// <param name="labels">The number of labels.</param>
internal sealed class ComparisonSums(int[][] truths, ComparedOutcomes outcomes, bool[] hasLoss, int labels)
{
    private readonly ClassCounts[] _counts = new ClassCounts[labels];
    private double _losses;
    private int _lossTexts;
    private int _texts;
    private int _correct;

    public double Accuracy => (double)_correct / _texts;

    public double Loss => _losses / _lossTexts;

    /// <summary>The mean F1 of the labels that a text has or was predicted to have.</summary>
    public double MacroF1
    {
        get
        {
            (double sum, int count) = (0, 0);
            foreach (ClassCounts counts in _counts)
            {
                if (counts.Actual + counts.Predicted == 0) continue;
                sum += counts.F1;
                count++;
            }

            return count == 0 ? 0 : sum / count;
        }
    }

    public bool IsCorrect(int text) => outcomes.Labels[text].AsSpan().SequenceEqual(truths[text]);

    public double F1(int label) => _counts[label].F1;

    public int Support(int label) => _counts[label].Actual;

    public void Clear()
    {
        Array.Clear(_counts);
        (_losses, _lossTexts, _texts, _correct) = (0, 0, 0, 0);
    }

    /// <summary>Counts a text.</summary>
    public void Add(int text, int times)
    {
        int[] actual = truths[text];
        int[] predicted = outcomes.Labels[text];
        _texts += times;
        if (predicted.AsSpan().SequenceEqual(actual)) _correct += times;
        foreach (int label in actual)
            _counts[label] += new ClassCounts(predicted.Contains(label) ? times : 0, 0, times);
        foreach (int label in predicted)
            _counts[label] += new ClassCounts(0, times, 0);
        if (!hasLoss[text]) return;
        _losses += times * outcomes.Losses[text];
        _lossTexts += times;
    }
}
