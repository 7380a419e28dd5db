using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Benchmarks.Doctor;

/// <summary>Texts some of whose labels were replaced by others at random.</summary>
/// <param name="Texts">The texts, with wrong labels among them.</param>
/// <param name="Flipped">The indices of the texts with a wrong label.</param>
internal sealed record PlantedFlips(LabeledText[] Texts, HashSet<int> Flipped)
{
    public static PlantedFlips In(IReadOnlyList<LabeledText> texts, double fraction, int seed)
    {
        var random = new Random(seed);
        string[] labels = [.. texts.Select(text => text.Label).Distinct().Order(StringComparer.Ordinal)];
        int[] order = [.. Enumerable.Range(0, texts.Count)];
        random.Shuffle(order);
        HashSet<int> flipped = [.. order.Take((int)Math.Round(fraction * texts.Count))];
        return new PlantedFlips([.. texts.Select((text, t) => flipped.Contains(t) ? text with { Label = Other(text.Label) } : text)], flipped);

        string Other(string label)
        {
            string[] others = [.. labels.Where(other => other != label)];
            return others[random.Next(others.Length)];
        }
    }
}
