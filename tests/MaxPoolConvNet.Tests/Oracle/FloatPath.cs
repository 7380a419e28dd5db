using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

/// <summary>The network in single precision, as the trainer runs it, with its gradients gathered into matrices.</summary>
internal static class FloatPath
{
    public static (TextPass<float> Pass, FilterTable<float>[] Tables) Forward(Network<float> network, TextInput text)
    {
        float[] vectors = [.. text.WordVectors.ToArray().Select(entry => (float)entry)];
        FilterTable<float>[] tables = text.HasWordVectors
            ? [.. network.Banks.Select(bank => bank.Project(vectors, text.WordCount))]
            : network.Tables;
        if (network.Embedding is not null) return (new PredictionScratch(network, CompiledTable.Of(network, CompileOptions.Unasked)).Explaining.Forward(text.WordIds.AsSpan()), []);
        var pass = new TextPass<float>(network);
        network.Forward(text.WordIds.AsSpan(), [], tables, [], pass);
        return (pass, tables);
    }

    public static TextGradient<float> Backward(Network<float> network, TextPass<float> pass, Target target)
    {
        var gradient = new TextGradient<float>(network);
        network.Output.Function.Errors(pass.Logits, target, gradient.Errors);
        network.Backward(pass, [], gradient);
        return gradient;
    }

    public static IEnumerable<int> Winners(Network<float> network, TextPass<float> pass)
    {
        for (int b = 0; b < network.Banks.Length; b++)
        {
            FilterBank<float> bank = network.Banks[b];
            foreach (float winner in pass.WinnersFrom(network.FirstFeature(b))[..bank.Table.Filters].ToArray())
                yield return (int)winner - bank.Padding.Before(bank.Table.Width);
        }
    }

    public static Dictionary<string, Matrix<double>> Gradients(
        Network<float> network, TextInput text, FilterTable<float>[] tables, TextPass<float> pass, TextGradient<float> gradient)
    {
        var blocks = new Dictionary<string, Matrix<double>>();
        for (int b = 0; b < network.Banks.Length; b++)
        {
            FilterTable<float> table = tables[b];
            FilterTable<float> filters = network.Tables[b];
            string suffix = network.Banks.Length == 1 ? "" : $"{table.Width}";
            var entries = new Entries();
            network.Route(b, table, pass, gradient, ..table.Filters, ref entries);
            var u = Matrix<double>.Build.Dense(filters.Words * filters.Width, filters.Filters);
            foreach ((int entry, float value) in entries.Visited)
            {
                int filter = entry % table.Stride;
                int position = entry / table.Stride % table.Width;
                int word = entry / table.Stride / table.Width;
                for (int s = 0; s < filters.Words; s++)
                    u[(position * filters.Words) + s, filter] += value * (text.HasWordVectors ? text.WordVectors[(word * filters.Words) + s] : s == word ? 1 : 0);
            }

            blocks["U" + suffix] = u;
            int first = network.FirstFeature(b);
            blocks["filterBias" + suffix] = Matrix<double>.Build.Dense(1, filters.Filters, (_, j) => gradient.Responses[first + j]);
        }

        blocks["V"] = Matrix<double>.Build.Dense(network.Output.Logits, network.Features, (c, j) => gradient.Errors[c] * pass.Pooled[j]);
        blocks["outputBias"] = Matrix<double>.Build.Dense(1, network.Output.Logits, (_, c) => gradient.Errors[c]);
        return blocks;
    }

    private sealed class Entries : IEntryVisitor<float>
    {
        public List<(int Entry, float Value)> Visited { get; } = [];

        public void Visit(int at, int entry, float gradient) => Visited.Add((entry, gradient));
    }
}
