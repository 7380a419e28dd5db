using System.Collections.Immutable;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet;

/// <summary>Divides a logit over the windows that won.</summary>
internal static class Explainer
{
    public static Explanation Explain(string text, Network<float> network, TextPass<float> pass, EncodedText encoded, ImmutableArray<string> labels)
    {
        int label = network.Output.MostProbable(pass.Logits);

        // a logistic output has one row of weights, which speaks for class 1 and against class 0
        int row = network.Output.Kind == OutputKind.Logistic ? 0 : label;
        int sign = network.Output.Kind == OutputKind.Logistic && label == 0 ? -1 : 1;
        var won = new SortedDictionary<(int Width, int Window), (int Filters, double Contribution)>();
        for (int b = 0; b < network.Banks.Length; b++)
        {
            int feature = network.FirstFeature(b);
            for (int j = 0; j < network.Tables[b].Filters; j++)
            {
                (int, int) window = (network.Tables[b].Width, (int)pass.WinnersFrom(feature)[j] - network.Banks[b].Padding.Before(network.Tables[b].Width));
                (int filters, double contribution) = won.GetValueOrDefault(window);
                won[window] = (filters + 1, contribution + (sign * (double)network.Output.Row(row)[feature + j] * pass.Pooled[feature + j]));
            }
        }

        IEnumerable<ExplainedWindow> windows = won.Select(pair =>
        {
            (int start, int length) = Span(encoded, pair.Key.Window, pair.Key.Width);
            return new ExplainedWindow(start, length, text.Substring(start, length), pair.Key.Width, pair.Value.Filters, pair.Value.Contribution);
        });
        return new Explanation(
            labels[label],
            network.Output.ClassProbability(pass.Logits, label),
            sign * (double)pass.Logits[row],
            0 + (sign * (double)(network.Output.Bias?[row] ?? 0)),
            [.. windows.OrderByDescending(window => Math.Abs(window.Contribution))]);
    }

    /// <summary>Where the known words of a window stand in the text.</summary>
    private static (int Start, int Length) Span(EncodedText encoded, int window, int width)
    {
        int first = Math.Max(0, window);
        int last = Math.Min(encoded.WordIds.Length, window + width) - 1;
        if (last < first) return (0, 0);
        int start = encoded.TokenOf(first).Start;
        (int lastStart, int lastLength) = encoded.TokenOf(last);
        return (start, lastStart + lastLength - start);
    }
}
