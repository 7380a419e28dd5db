using System.Globalization;

namespace MaxPoolConvNet.Tool.Switches;

/// <summary>Parses the weights of labels, label=weight.</summary>
internal static class LabelWeights
{
    private static readonly SwitchRange<double> _range = new(0.001, 1_000);

    public static IReadOnlyDictionary<string, double> Parse(IEnumerable<string> pairs)
    {
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (string pair in pairs)
        {
            int equals = pair.LastIndexOf('=');
            if (equals < 1 || !double.TryParse(pair[(equals + 1)..], NumberStyles.Float, CultureInfo.InvariantCulture, out double weight)
                || !_range.Contains(weight))
            {
                throw new ArgumentException($"--class-weight is '{pair}'; LABEL=X with a number {_range} was expected, such as spam=5");
            }

            string label = pair[..equals];
            if (!weights.TryAdd(label, weight)) throw new ArgumentException($"--class-weight gives the label '{label}' two weights");
        }

        return weights;
    }
}
