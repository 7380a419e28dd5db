namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>Compares two classifiers on the same texts.</summary>
internal sealed record Comparison
{
    private const double Significance = 0.05;
    private const double NormalQuantile = 1.96;

    /// <param name="start">For each text, whether the classifier with the defaults was correct.</param>
    /// <param name="choice">For each text, whether the classifier with the chosen settings was correct.</param>
    public Comparison(IReadOnlyList<bool> start, IReadOnlyList<bool> choice)
    {
        Texts = start.Count;
        StartCorrect = start.Count(correct => correct);
        ChoiceCorrect = choice.Count(correct => correct);
        OnlyStart = start.Zip(choice).Count(pair => pair.First && !pair.Second);
        OnlyChoice = start.Zip(choice).Count(pair => !pair.First && pair.Second);
    }

    public int Texts { get; }

    public int StartCorrect { get; }

    public int ChoiceCorrect { get; }

    /// <summary>Texts classified correctly only with the defaults.</summary>
    public int OnlyStart { get; }

    /// <summary>Texts classified correctly only with the chosen settings.</summary>
    public int OnlyChoice { get; }

    public double StartAccuracy => (double)StartCorrect / Texts;

    public double ChoiceAccuracy => (double)ChoiceCorrect / Texts;

    /// <summary>The difference in accuracy, in percentage points; positive if the choice is better.</summary>
    public double Points => 100.0 * (OnlyChoice - OnlyStart) / Texts;

    /// <summary>
    /// Half the width of the 95 % interval of <see cref="Points"/>, by the normal approximation for paired samples.
    /// </summary>
    public double Margin =>
        100 * NormalQuantile * Math.Sqrt(OnlyStart + OnlyChoice - (Math.Pow(OnlyChoice - OnlyStart, 2) / Texts)) / Texts;

    /// <summary>
    /// The two-sided p-value of McNemar's exact test (the sign test): the probability that two equally good classifiers differ at least
    /// this much on the texts that only one of them classifies correctly.
    /// </summary>
    public double P
    {
        get
        {
            int differing = OnlyStart + OnlyChoice, fewer = Math.Min(OnlyStart, OnlyChoice);
            double logTerm = -differing * Math.Log(2), sum = 0;
            for (int k = 0; k <= fewer; k++)
            {
                sum += Math.Exp(logTerm);
                logTerm += Math.Log((double)(differing - k) / (k + 1));
            }

            return Math.Min(1, 2 * sum);
        }
    }

    public bool IsClear => P < Significance;
}
