using MathNet.Numerics.LinearAlgebra;

namespace MaxPoolConvNet;

/// <summary>
/// Compares a model's gradients with the slopes of its log-likelihood: entry by entry, and along a random direction in which all parameters
/// move at once. For any <see cref="IModel"/>, your own too.
/// </summary>
public static class GradientChecker
{
    /// <summary>How uncertain a computed log-likelihood is, relative to its size.</summary>
    private const double Rounding = 16 * 1.1e-16;

    /// <summary>
    /// Checks ∂L/∂θ of one text: all entries of the rows that the text uses (<see cref="Parameter.RowsInUse"/>) one by one, or as many of each
    /// parameter as <see cref="GradientCheckOptions.MaximumEntries"/> says, that all others are 0, and everything at once along a random direction.
    /// </summary>
    /// <param name="model">The model, which the check needs for itself: parameters are moved, and put back to the same bits.</param>
    /// <param name="text">The text.</param>
    /// <param name="target">Its label.</param>
    /// <param name="options">Tolerance and steps; null for the defaults.</param>
    /// <returns>The report; it also tells where the model isn't deterministic.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> or <paramref name="text"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="InvalidOperationException">
    /// The model has no parameters, or two of one name; it gave no pass, a log-likelihood that isn't finite, no gradient of a parameter, or one
    /// of another shape.
    /// </exception>
    public static GradientReport Check(IModel model, TextInput text, Target target, GradientCheckOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(text);
        options ??= new GradientCheckOptions();
        options.Check();

        ForwardPass pass = model.Forward(text) ?? throw new InvalidOperationException("the model's Forward returned null");
        double logLikelihood = pass.LogLikelihood(target);
        if (!double.IsFinite(logLikelihood))
            throw new InvalidOperationException(FormattableString.Invariant($"the model's log-likelihood is {logLikelihood}; only a finite one has gradients to check"));
        Gradients gradients = model.Backward(pass, target) ?? throw new InvalidOperationException("the model's Backward returned null");
        CheckShapes(model, gradients);
        ForwardPass secondPass = model.Forward(text);
        Gradients secondGradients = model.Backward(secondPass, target);
        bool agreed = logLikelihood == secondPass.LogLikelihood(target)
            && model.Parameters.All(parameter => gradients[parameter.Name].Equals(secondGradients[parameter.Name]));

        var check = new Run(model, text, target, options, pass, logLikelihood, secondPass);
        return new GradientReport(
            [.. model.Parameters.Select(parameter => check.Entries(parameter, gradients[parameter.Name]))],
            check.Direction(gradients),
            agreed);
    }

    private static void CheckShapes(IModel model, Gradients gradients)
    {
        if (model.Parameters is not { Count: > 0 }) throw new InvalidOperationException("the model has no parameters to check");
        string[] names = [.. model.Parameters.Select(parameter => parameter?.Name ?? throw new InvalidOperationException("one of the model's parameters is null"))];
        if (names.Distinct().Count() < names.Length)
            throw new InvalidOperationException($"two of the model's parameters have one name: {string.Join(", ", names)}");
        if (gradients.Names.FirstOrDefault(name => !names.Contains(name)) is { } unknown)
            throw new InvalidOperationException($"the model gave a gradient of {unknown}, but its parameters are {string.Join(", ", names)}");
        foreach (Parameter parameter in model.Parameters)
        {
            if (!gradients.Names.Contains(parameter.Name))
                throw new InvalidOperationException($"the model gave no gradient of {parameter}, but of {string.Join(", ", gradients.Names)}");
            Matrix<double> block = gradients[parameter.Name];
            if (block.RowCount != parameter.RowCount || block.ColumnCount != parameter.ColumnCount)
                throw new InvalidOperationException($"the gradient of {parameter} is {block.RowCount} × {block.ColumnCount}");
        }
    }

    private sealed class Run(
        IModel model, TextInput text, Target target, GradientCheckOptions options, ForwardPass start, double logLikelihood, ForwardPass scratch)
    {
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

            // rows that the text doesn't use have the gradient 0, and need no passes to tell
            foreach ((int row, int column, double analytic) in gradient.EnumerateIndexed(Zeros.AllowSkip))
            {
                if (analytic != 0 && !rowsInUse.Contains(row)) entries.Add((row, column, analytic, new NumericalDerivative(0, options.Step, false)));
            }

            double size = entries.Select(entry => Math.Abs(entry.Numerical.Value)).DefaultIfEmpty().Max();
            var report = new GradientBlockReport(parameter.Name, entries.Count, atKinks, 0, 0, size, 0, -1, -1, -1, 0, 0);
            foreach ((int row, int column, double analytic, NumericalDerivative numerical) in entries)
            {
                double difference = Math.Abs(analytic - numerical.Value);
                double ownSize = Math.Max(Math.Abs(numerical.Value), options.SmallestSize * size);
                double relative = difference == 0 ? 0 : double.IsNaN(difference) ? double.PositiveInfinity : difference / ownSize;
                bool right = difference <= (options.Tolerance * ownSize) + Uncertainty(numerical);
                report = report with
                {
                    EntriesWrong = report.EntriesWrong + (right ? 0 : 1),
                    SumOfSquaredDifferences = report.SumOfSquaredDifferences + (difference * difference),
                    LargestDifference = Math.Max(report.LargestDifference, difference),
                };
                if (relative > report.LargestRelativeDifference)
                {
                    report = report with
                    {
                        LargestRelativeDifference = relative, Row = row, Column = column, Analytic = analytic, Numerical = numerical.Value,
                    };
                }
            }

            return report with { LargestRelativeDifference = Math.Max(0, report.LargestRelativeDifference) };
        }

        public DirectionReport Direction(Gradients gradients)
        {
            var direction = new RandomDirection(model, options.Seed);
            (double analytic, double length) = direction.Project(gradients);
            NumericalDerivative numerical;
            try
            {
                // where everything moves at once a kink is near: the first step is small
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

            bool right = numerical.AtKink || Math.Abs(analytic - numerical.Value) <= (options.Tolerance * length) + Uncertainty(numerical);
            return new DirectionReport(analytic, numerical.Value, length, numerical.AtKink, right && double.IsFinite(analytic));
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
            // thousands of passes over one text: the library's own network needs no new memory for each
            ForwardPass pass = model is ConvNet network ? network.ForwardAgain(text, scratch) : model.Forward(text);
            return pass.IsOnSamePieceAs(start) ? pass.LogLikelihood(target) : null;
        }

        private double Uncertainty(NumericalDerivative numerical) => Rounding * Math.Abs(logLikelihood) / numerical.Step;
    }
}
