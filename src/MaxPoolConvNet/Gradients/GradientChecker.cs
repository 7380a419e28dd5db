using MathNet.Numerics.LinearAlgebra;

namespace MaxPoolConvNet.Networks;

/// <summary>Compares the gradients of any <see cref="IModel"/>, including your own, with numerical slopes of its log-likelihood.</summary>
/// <remarks>It compares single entries, and the slope along a random direction in which all parameters move at once.</remarks>
public static class GradientChecker
{
    /// <summary>Checks ∂L/∂θ of one text.</summary>
    /// <remarks>
    /// Compares the entries of all rows that the text uses (<see cref="Parameter.RowsInUse"/>) one by one, up to
    /// <see cref="GradientCheckOptions.MaximumEntries"/> per parameter; checks that all other rows are 0; and compares all parameters at
    /// once along a random direction.
    /// </remarks>
    /// <param name="model">The model. The check needs exclusive access: it moves parameters, and restores them bit for bit.</param>
    /// <param name="text">The text.</param>
    /// <param name="target">Its target.</param>
    /// <param name="options">Tolerance and steps; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Cancels the check; all parameters are restored.</param>
    /// <returns>The report, which also says whether the model is deterministic.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> or <paramref name="text"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="InvalidOperationException">
    /// The model has no parameters, or two with the same name; or it returned no pass, a log-likelihood that isn't finite, no gradient of a
    /// parameter, or a gradient of another shape.
    /// </exception>
    /// <exception cref="OperationCanceledException">The check was cancelled.</exception>
    public static GradientReport Check(
        IModel model, TextInput text, Target target, GradientCheckOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(text);
        options ??= new GradientCheckOptions();
        options.Check();

        cancellationToken.ThrowIfCancellationRequested();
        ForwardPass pass = model.Forward(text) ?? throw new InvalidOperationException("the model's Forward returned null");
        double logLikelihood = pass.LogLikelihood(target);
        if (!double.IsFinite(logLikelihood))
        {
            throw new InvalidOperationException(FormattableString.Invariant(
                $"the model's log-likelihood is {logLikelihood}; only a finite one has gradients to check"));
        }
        Gradients gradients = model.Backward(pass, target) ?? throw new InvalidOperationException("the model's Backward returned null");
        CheckShapes(model, gradients);
        ForwardPass secondPass = model.Forward(text);
        Gradients secondGradients = model.Backward(secondPass, target);
        bool isDeterministic = logLikelihood == secondPass.LogLikelihood(target)
            && model.Parameters.All(parameter => gradients[parameter.Name].Equals(secondGradients[parameter.Name]));

        var check = new GradientCheckRun(model, text, target, options, pass, logLikelihood, secondPass, cancellationToken);
        return new GradientReport(
            [.. model.Parameters.Select(parameter => check.Entries(parameter, gradients[parameter.Name]))],
            check.Direction(gradients),
            isDeterministic);
    }

    private static void CheckShapes(IModel model, Gradients gradients)
    {
        if (model.Parameters is not { Count: > 0 }) throw new InvalidOperationException("the model has no parameters to check");
        string[] names =
        [
            .. model.Parameters.Select(parameter =>
                parameter?.Name ?? throw new InvalidOperationException("one of the model's parameters is null")),
        ];
        if (names.Distinct().Count() < names.Length)
            throw new InvalidOperationException($"two of the model's parameters have one name: {string.Join(", ", names)}");
        if (gradients.Names.FirstOrDefault(name => !names.Contains(name)) is { } unknown)
        {
            throw new InvalidOperationException(
                $"the model gave a gradient of {unknown}, but its parameters are {string.Join(", ", names)}");
        }
        foreach (Parameter parameter in model.Parameters)
        {
            if (!gradients.Names.Contains(parameter.Name))
            {
                throw new InvalidOperationException(
                    $"the model gave no gradient of {parameter}, but of {string.Join(", ", gradients.Names)}");
            }
            Matrix<double> block = gradients[parameter.Name];
            if (block.RowCount != parameter.RowCount || block.ColumnCount != parameter.ColumnCount)
                throw new InvalidOperationException($"the gradient of {parameter} is {block.RowCount} × {block.ColumnCount}");
        }
    }
}
