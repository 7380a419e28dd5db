using System.Collections.Immutable;
using System.Globalization;

namespace MaxPoolConvNet.Text;

/// <summary>Selects the texts to hold out, by their labels.</summary>
internal static class HeldOutPart
{
    /// <summary>1 for each held-out text, 0 for the others.</summary>
    /// <exception cref="ArgumentException">A label would have no text left to train on.</exception>
    public static int[] Of(IReadOnlyList<LabeledText> texts, LabelStrata strata, double fraction) =>
        strata.OneLabelEach ? OfEachLabel(texts, strata, fraction) : SetAfterSet(texts, strata, fraction);

    private static int[] OfEachLabel(IReadOnlyList<LabeledText> texts, LabelStrata strata, double fraction)
    {
        int[] part = new int[texts.Count];
        foreach ((ImmutableArray<string> labels, int[] indices) in strata.Groups)
        {
            int rounded = Rounded(indices.Length * fraction);
            int heldOut = indices.Length >= 2 ? Math.Max(rounded, 1) : rounded;
            if (heldOut == indices.Length)
            {
                string count = LabelList.Texts(indices.Length);
                string shown = fraction.ToString(CultureInfo.InvariantCulture);
                throw new ArgumentException(
                    $"the label '{labels[0]}' has {count}; holding out a fraction of {shown} leaves none to train on", nameof(texts));
            }

            foreach (int index in indices.AsSpan(0, heldOut))
                part[index] = 1;
        }

        return part;
    }

    /// <summary>Holds out a text whenever too few are held out so far, but never the last one of a label, or of all.</summary>
    private static int[] SetAfterSet(IReadOnlyList<LabeledText> texts, LabelStrata strata, double fraction)
    {
        int[] part = new int[texts.Count];
        Dictionary<string, int> left = texts.SelectMany(text => text.Labels).CountBy(label => label).ToDictionary(StringComparer.Ordinal);
        int seen = 0;
        int heldOut = 0;
        foreach ((ImmutableArray<string> labels, int[] indices) in strata.Groups)
        {
            foreach (int index in indices)
            {
                bool isDue = heldOut < Math.Min(Rounded(++seen * fraction), texts.Count - 1);
                if (!isDue || labels.Any(label => left[label] == 1)) continue;
                part[index] = 1;
                heldOut++;
                foreach (string label in labels)
                    left[label]--;
            }
        }

        return part;
    }

    private static int Rounded(double texts) => (int)Math.Round(texts, MidpointRounding.AwayFromZero);
}
