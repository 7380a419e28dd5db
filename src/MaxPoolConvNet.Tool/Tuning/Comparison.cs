namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>Two classifiers on the same texts.</summary>
internal sealed record Comparison
{
    private const double Significance = 0.05;
    private const double NormalQuantile = 1.96;

    /// <param name="start">For each text whether the one with the defaults recognized it.</param>
    /// <param name="choice">The same of the one with the chosen settings.</param>
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

    /// <summary>Texts that only the classifier with the defaults recognized.</summary>
    public int OnlyStart { get; }

    /// <summary>Texts that only the classifier with the chosen settings recognized.</summary>
    public int OnlyChoice { get; }

    public double StartAccuracy => (double)StartCorrect / Texts;

    public double ChoiceAccuracy => (double)ChoiceCorrect / Texts;

    /// <summary>By how many points of a hundred the choice is better.</summary>
    public double Points => 100.0 * (OnlyChoice - OnlyStart) / Texts;

    /// <summary>
    /// Points on either side of <see cref="Points"/> that make its 95 % interval, by the normal approximation for paired samples.
    /// </summary>
    public double Margin =>
        100 * NormalQuantile * Math.Sqrt(OnlyStart + OnlyChoice - (Math.Pow(OnlyChoice - OnlyStart, 2) / Texts)) / Texts;

    /// <summary>
    /// The probability that chance alone divides the texts that only one of them recognized as unevenly, either way, were they equally
    /// good: the sign test, which is McNemar's exact one.
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
