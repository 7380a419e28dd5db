using System.Globalization;
using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Samples.GradientCheck;

/// <summary>Four words, two filters of width 2, label 1: every number of the forward and the backward pass.</summary>
internal static class Trace
{
    private static readonly string[] _words = ["not", "bad", "at", "all"];

    public static void Run()
    {
        // row i·S + s: position i in the window, word s
        Matrix<double> filters = Matrix<double>.Build.DenseOfArray(new[,]
        {
            { 0.8, -0.2 }, { -0.5, 0.1 }, { 0.1, 0.3 }, { 0.0, -0.1 },
            { -0.3, 0.2 }, { 0.6, -0.7 }, { 0.2, 0.0 }, { 0.1, 0.4 },
        });
        Matrix<double> weights = Matrix<double>.Build.DenseOfArray(new[,] { { 1.2, -0.4 } });
        var layer = new ConvFilterLayer(filters, width: 2);
        var pool = new MaxPool();
        var output = new LogisticOutput(weights);
        TextInput text = TextInput.FromWordIds(0, 1, 2, 3);

        ConvFilterPass convolved = layer.Forward(text);
        Matrix<double> responses = convolved.Responses;
        MaxPoolPass pooled = pool.Forward(responses);
        OutputPass result = output.Forward(pooled.Pooled);
        OutputGradients back = output.Backward(result, Target.OfClass(1));
        Matrix<double> responseGradient = pool.Backward(pooled, back.Pooled);
        ConvFilterGradients filterGradients = layer.Backward(convolved, responseGradient);

        Print($"text: {string.Join(' ', _words)}; n = 4, S = 4, k = 2, F = 2, label y = 1");
        Print($"\nz = x_m · u_j: one row of U for each word at its position in the window");
        for (int m = 0; m < convolved.WindowCount; m++)
        {
            for (int j = 0; j < 2; j++)
                Print($"  window {m} '{_words[m]} {_words[m + 1]}', filter {j}: U[{m},{j}] + U[{4 + m + 1},{j}] = {filters[m, j]:F2} + {filters[4 + m + 1, j]:F2} = {responses[m, j]:F2}");
        }

        Print($"\nh_j = tanh(max_m z_mj)");
        for (int j = 0; j < 2; j++)
            Print($"  filter {j}: window {pooled.Winners[j]} wins, h = tanh({responses[pooled.Winners[j], j]:F2}) = {pooled.Pooled[j]:F6}");

        double probability = result.Probabilities[0];
        double error = 1 - probability;
        Print($"\no = σ(V·h) = σ({weights[0, 0]:F1}·{pooled.Pooled[0]:F6} + {weights[0, 1]:F1}·{pooled.Pooled[1]:F6}) = σ({result.Logits[0]:F6}) = {probability:F6}");
        Print($"y − o = {error:F6}");
        Print($"\n∂L/∂V = (y − o)·h");
        for (int j = 0; j < 2; j++)
            Print($"  V[0,{j}]: {error:F6} · {pooled.Pooled[j]:F6} = {back.V[0, j]:F6}");

        Print($"\n∂L/∂U, column j: (y − o)·v_j·(1 − h_j²) in the rows of the winning window's words, 0 in all others");
        for (int j = 0; j < 2; j++)
        {
            int m = pooled.Winners[j];
            double slope = 1 - (pooled.Pooled[j] * pooled.Pooled[j]);
            Print($"  column {j}: {error:F6} · {weights[0, j]:F1} · {slope:F6} = {responseGradient[m, j]:F6} in rows {m} ('{_words[m]}' first) and {4 + m + 1} ('{_words[m + 1]}' second)");
        }

        Print($"\n∂L/∂U as a matrix:");
        for (int row = 0; row < 8; row++)
            Print($"  {filterGradients.U[row, 0],10:F6} {filterGradients.U[row, 1],10:F6}");

        Print($"\n{GradientChecker.Check(new ConvNet(layer, pool, output), text, Target.OfClass(1))}");
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
