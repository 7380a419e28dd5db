namespace MaxPoolConvNet.Evaluation;

/// <summary>The gradient and the negative Hessian of a log-likelihood in two weights: those of two scores of each label.</summary>
internal struct Curvature
{
    public double First;
    public double Second;
    public double FirstFirst;
    public double FirstSecond;
    public double SecondSecond;

    /// <summary>The step of Newton's method.</summary>
    public readonly (double First, double Second) Step
    {
        get
        {
            double determinant = FirstFirst * SecondSecond - FirstSecond * FirstSecond;
            return ((SecondSecond * First - FirstSecond * Second) / determinant, (FirstFirst * Second - FirstSecond * First) / determinant);
        }
    }

    /// <summary>Adds a text with one label: the label's scores less their mean, and the scores' covariance.</summary>
    public void Add(ReadOnlySpan<float> first, ReadOnlySpan<double> second, ReadOnlySpan<double> probabilities, int label)
    {
        // relative to the scores of the label, so that large scores lose no digits
        double one = 0, two = 0, oneOne = 0, oneTwo = 0, twoTwo = 0;
        for (int c = 0; c < probabilities.Length; c++)
        {
            (double p, double x, double y) = (probabilities[c], first[c] - first[label], second[c] - second[label]);
            one += p * x;
            two += p * y;
            oneOne += p * x * x;
            oneTwo += p * x * y;
            twoTwo += p * y * y;
        }

        First -= one;
        Second -= two;
        FirstFirst += oneOne - one * one;
        FirstSecond += oneTwo - one * two;
        SecondSecond += twoTwo - two * two;
    }

    /// <summary>Adds a text with any number of labels, each of which applies or doesn't.</summary>
    public void AddEach(ReadOnlySpan<float> first, ReadOnlySpan<double> second, ReadOnlySpan<double> probabilities, int[] labels)
    {
        for (int c = 0; c < probabilities.Length; c++)
        {
            double error = (labels.AsSpan().Contains(c) ? 1 : 0) - probabilities[c];
            double variance = probabilities[c] * (1 - probabilities[c]);
            First += error * first[c];
            Second += error * second[c];
            FirstFirst += variance * first[c] * first[c];
            FirstSecond += variance * first[c] * second[c];
            SecondSecond += variance * second[c] * second[c];
        }
    }
}
