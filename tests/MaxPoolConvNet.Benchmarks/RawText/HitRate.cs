using System.Globalization;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Benchmarks.RawText;

/// <summary>The part of texts whose label was predicted, in %.</summary>
internal static class HitRate
{
    public static string Of(IReadOnlyList<LabeledText> texts, Func<string, string> predict) => Of(texts, texts.Select(text => predict(text.Text)));

    /// <param name="texts">Texts with their labels.</param>
    /// <param name="predicted">The labels predicted of the same texts, in their order.</param>
    public static string Of(IReadOnlyList<LabeledText> texts, IEnumerable<string> predicted)
    {
        double hits = texts.Zip(predicted).Count(pair => pair.First.Label == pair.Second);
        return (hits / texts.Count).ToString("P1", CultureInfo.InvariantCulture);
    }
}
