using MathNet.Numerics.LinearAlgebra;

namespace MaxPoolConvNet.Networks;

/// <summary>Runs the comparisons of one check. Restores every parameter that it moves, also on cancellation.</summary>
/// <param name="model">The model.</param>
/// <param name="text">The text.</param>
/// <param name="target">Its target.</param>
/// <param name="options">Tolerance and steps.</param>
/// <param name="start">The pass with the parameters as they are.</param>
/// <param name="logLikelihood">Its log-likelihood.</param>
/// <param name="scratch">Another pass, which is no longer read.</param>
/// <param name="cancellationToken">Checked before each pass.</param>
internal sealed class GradientCheckRun(
    IModel model,
    TextInput text,
    Target target,
    GradientCheckOptions options,
    ForwardPass start,
    double logLikelihood,
    ForwardPass scratch,
    CancellationToken cancellationToken)
{
    /// <summary>The relative uncertainty of a computed log-likelihood.</summary>
    private const double Rounding = 16 * 1.1e-16;

    /// <summary>Compares a parameter's entries one by one.</summary>
    public GradientBlockReport Entries(Parameter parameter, Matrix<double> gradient)
    {
        var entries = new List<(int Row, int Column, double Analytic, NumericalDerivative Numerical)>();
        int atKinks = 0;
        HashSet<int> rowsInUse = [.. parameter.RowsInUse(text)];
        foreach ((int row, int column) in CheckedEntries.Choose(rowsInUse, gradient, options.MaximumEntries, options.Seed))
        {
            NumericalDerivative numerical = Slope(parameter, row, column);
            if (numerical.AtKink) atKinks++;
            else entries.Add((row, column, gradient[row, column], numerical));
        }

        // rows that the text doesn't use have the gradient 0: no pass is needed
        foreach ((int row, int column, double analytic) in gradient.EnumerateIndexed(Zeros.AllowSkip))
        {
            if (analytic != 0 && !rowsInUse.Contains(row))
                entries.Add((row, column, analytic, new NumericalDerivative(0, options.Step, false)));
        }

        double size = entries.Select(entry => Math.Abs(entry.Numerical.Value)).DefaultIfEmpty().Max();
        int wrong = 0;
        double squares = 0;
        double largest = 0;
        (double Relative, int Row, int Column, double Analytic, double Numerical) worst = (-1, -1, -1, 0, 0);
        foreach ((int row, int column, double analytic, NumericalDerivative numerical) in entries)
        {
            double difference = Math.Abs(analytic - numerical.Value);
            double ownSize = Math.Max(Math.Abs(numerical.Value), options.SmallestSize * size);
            double relative = difference == 0 ? 0 : double.IsNaN(difference) ? double.PositiveInfinity : difference / ownSize;
            bool isRight = difference <= (options.Tolerance * ownSize) + Uncertainty(numerical);
            if (!isRight) wrong++;
            squares += difference * difference;
            largest = Math.Max(largest, difference);
            if (relative > worst.Relative) worst = (relative, row, column, analytic, numerical.Value);
        }

        return new GradientBlockReport(parameter.Name)
        {
            CheckedEntryCount = entries.Count,
            KinkEntryCount = atKinks,
            WrongEntryCount = wrong,
            SumOfSquaredDifferences = squares,
            LargestEntry = size,
            LargestDifference = largest,
            LargestRelativeDifference = Math.Max(0, worst.Relative),
            Row = worst.Row,
            Column = worst.Column,
            Analytic = worst.Analytic,
            Numerical = worst.Numerical,
        };
    }

    /// <summary>Compares all parameters at once, along a random direction.</summary>
    public DirectionReport Direction(Gradients gradients)
    {
        var direction = new RandomDirection(model, options.Seed);
        (double analytic, double length) = direction.Project(gradients);
        NumericalDerivative numerical;
        try
        {
            // if everything moves at once a kink is near, so the first step is small
            numerical = NumericalDerivative.Of(
                step =>
                {
                    direction.Move(step);
                    return LogLikelihood();
                },
                logLikelihood,
                options.Step / 256,
                shrink: 1.0 / 16);
        }
        finally
        {
            direction.PutBack();
        }

        bool isRight = numerical.AtKink || Math.Abs(analytic - numerical.Value) <= (options.Tolerance * length) + Uncertainty(numerical);
        return new DirectionReport(analytic, numerical.Value, length, numerical.AtKink, isRight && double.IsFinite(analytic));
    }

    private NumericalDerivative Slope(Parameter parameter, int row, int column)
    {
        double value = parameter[row, column];
        try
        {
            return NumericalDerivative.Of(
                step =>
                {
                    parameter[row, column] = value + step;
                    return LogLikelihood();
                },
                logLikelihood,
                options.Step,
                shrink: 1.0 / 4);
        }
        finally
        {
            parameter[row, column] = value;
        }
    }

    private double? LogLikelihood()
    {
        cancellationToken.ThrowIfCancellationRequested();

        // thousands of passes over one text: the library's own network reuses the memory of earlier passes
        ForwardPass pass = model is IRepeatedForward repeated ? repeated.ForwardAgain(text, scratch) : model.Forward(text);
        return pass.IsOnSamePieceAs(start) ? pass.LogLikelihood(target) : null;
    }

    private double Uncertainty(NumericalDerivative numerical) => Rounding * Math.Abs(logLikelihood) / numerical.Step;
}
