using MathNet.Numerics.LinearAlgebra;

namespace MaxPoolConvNet;

/// <summary>
/// Compares a model's gradients with the slopes of its log-likelihood: entry by entry, and along a random direction in which all parameters
/// move at once, which sees a wrong entry anywhere. For any <see cref="IModel"/>, your own too.
/// </summary>
public static class GradientChecker
{
    /// <summary>How uncertain a computed log-likelihood is, relative to its size.</summary>
    private const double Rounding = 16 * 1.1e-16;

    /// <summary>
    /// Checks ∂L/∂θ of one text: all entries of the rows that the text uses (<see cref="Parameter.RowsInUse"/>), and all others along a
    /// random direction.
    /// </summary>
    /// <param name="model">The model, which the check needs for itself: parameters are moved, and put back to the same bits.</param>
    /// <param name="text">The text.</param>
    /// <param name="target">Its label.</param>
    /// <param name="options">Tolerance and steps; null for the defaults.</param>
    /// <returns>The report; it also tells where the model isn't deterministic.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> or <paramref name="text"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="InvalidOperationException">The model gave no gradient of a parameter, or one of another shape.</exception>
    public static GradientReport Check(IModel model, TextInput text, Target target, GradientCheckOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(text);
        options ??= new GradientCheckOptions();
        options.Check();

        ForwardPass pass = model.Forward(text);
        Gradients gradients = model.Backward(pass, target);
        CheckShapes(model, gradients);
        ForwardPass secondPass = model.Forward(text);
        Gradients secondGradients = model.Backward(secondPass, target);
        bool agreed = pass.LogLikelihood(target) == secondPass.LogLikelihood(target)
            && model.Parameters.All(parameter => gradients[parameter.Name].Equals(secondGradients[parameter.Name]));

        var check = new Run(model, text, target, options, pass, secondPass);
        return new GradientReport(
            [.. model.Parameters.Select(parameter => check.Entries(parameter, gradients[parameter.Name]))],
            check.Direction(gradients),
            agreed);
    }

    private static void CheckShapes(IModel model, Gradients gradients)
    {
        foreach (Parameter parameter in model.Parameters)
        {
            if (!gradients.Names.Contains(parameter.Name))
                throw new InvalidOperationException($"the model gave no gradient of {parameter}, but of {string.Join(", ", gradients.Names)}");
            Matrix<double> block = gradients[parameter.Name];
            if (block.RowCount != parameter.RowCount || block.ColumnCount != parameter.ColumnCount)
                throw new InvalidOperationException($"the gradient of {parameter} is {block.RowCount} × {block.ColumnCount}");
        }
    }

    private sealed class Run(IModel model, TextInput text, Target target, GradientCheckOptions options, ForwardPass start, ForwardPass scratch)
    {
        private readonly double _logLikelihood = start.LogLikelihood(target);

        public GradientBlockReport Entries(Parameter parameter, Matrix<double> gradient)
        {
            var entries = new List<(int Row, int Column, double Analytic, NumericalDerivative Numerical)>();
            int atKinks = 0;
            foreach (int row in parameter.RowsInUse(text))
            {
                for (int column = 0; column < parameter.ColumnCount; column++)
                {
                    NumericalDerivative numerical = Slope(parameter, row, column);
                    if (numerical.AtKink) atKinks++;
                    else entries.Add((row, column, gradient[row, column], numerical));
                }
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
            double[][] values = [.. model.Parameters.Select(Values)];
            double analytic = 0;
            double squares = 0;
            for (int p = 0; p < values.Length; p++)
            {
                CounterRandom random = Signs(p);
                foreach ((int row, int column, double entry) in gradients[model.Parameters[p].Name].EnumerateIndexed(Zeros.AllowSkip))
                {
                    analytic += Sign(SignBits(random, row, column), column) * entry;
                    squares += entry * entry;
                }
            }

            NumericalDerivative numerical;
            try
            {
                // where everything moves at once a kink is near: the first step is small
                numerical = NumericalDerivative.Of(Along, _logLikelihood, options.Step / 256, shrink: 1.0 / 16);
            }
            finally
            {
                PutBack();
            }

            double length = Math.Sqrt(squares);
            bool right = Math.Abs(analytic - numerical.Value) <= (options.Tolerance * length) + Uncertainty(numerical);
            return new DirectionReport(analytic, numerical.Value, length, numerical.AtKink, numerical.AtKink ? double.IsFinite(analytic) : right);

            double? Along(double step)
            {
                Move(step);
                return LogLikelihood();
            }

            // by copying: a step of 0 would make a 0 of −0
            void PutBack()
            {
                for (int p = 0; p < values.Length; p++)
                {
                    Parameter parameter = model.Parameters[p];
                    for (int row = 0; row < parameter.RowCount; row++)
                        parameter.SetRow(row, values[p].AsSpan(row * parameter.ColumnCount, parameter.ColumnCount));
                }
            }

            void Move(double step)
            {
                for (int p = 0; p < values.Length; p++)
                {
                    Parameter parameter = model.Parameters[p];
                    CounterRandom random = Signs(p);
                    double[] moved = new double[parameter.ColumnCount];
                    ulong signs = 0;
                    for (int row = 0; row < parameter.RowCount; row++)
                    {
                        ReadOnlySpan<double> start = values[p].AsSpan(row * moved.Length, moved.Length);
                        for (int column = 0; column < moved.Length; column++)
                        {
                            if ((column & 63) == 0) signs = SignBits(random, row, column);
                            moved[column] = start[column] + (step * Sign(signs, column));
                        }

                        parameter.SetRow(row, moved);
                    }
                }
            }
        }

        private static double[] Values(Parameter parameter)
        {
            double[] values = new double[checked(parameter.RowCount * parameter.ColumnCount)];
            for (int row = 0; row < parameter.RowCount; row++)
                parameter.CopyRow(row, values.AsSpan(row * parameter.ColumnCount, parameter.ColumnCount));
            return values;
        }

        /// <summary>A bit for each of the 64 columns among which this one is.</summary>
        private static ulong SignBits(CounterRandom random, int row, int column) => random.Bits(((ulong)row << 26) + ((ulong)column >> 6));

        /// <summary>+1 or −1: every entry counts alike in the direction.</summary>
        private static double Sign(ulong bits, int column) => 1 - (2 * (double)((bits >> (column & 63)) & 1));

        private CounterRandom Signs(int parameter) => new CounterRandom(options.Seed).Stream((ulong)parameter);

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
                    _logLikelihood,
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

        private double Uncertainty(NumericalDerivative numerical) => Rounding * Math.Abs(_logLikelihood) / numerical.Step;
    }
}
