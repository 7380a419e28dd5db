using System.Collections.Immutable;

namespace MaxPoolConvNet.Evaluation;

/// <summary>Finds the most similar texts by the cosine of TF-IDF vectors, with an inverted index. Immutable and thread-safe.</summary>
/// <remarks>A feature f that n of N texts have weighs log(N / n), however often a text has it.</remarks>
internal sealed class SimilarTexts(NgramFeatures features, SparseRows rows)
{
    private readonly Lazy<double[]> _lengths = new(() => Lengths(features, rows));

    /// <summary>Returns the texts most similar to a text, most similar first; of equally similar ones the first.</summary>
    public ImmutableArray<SimilarText> To(int text, int most)
    {
        double[] products = new double[features.OfTexts.Length];
        foreach (int feature in features.OfTexts[text])
        {
            double weight = Weight(features, rows, feature);
            foreach (int other in rows.Of(feature))
                products[other] += weight * weight;
        }

        products[text] = 0;
        return
        [
            .. Enumerable.Range(0, products.Length).Where(other => products[other] > 0)
                .Select(other => new SimilarText(other, Math.Min(1, products[other] / (_lengths.Value[text] * _lengths.Value[other]))))
                .OrderByDescending(other => other.Similarity).ThenBy(other => other.Index).Take(most),
        ];
    }

    private static double[] Lengths(NgramFeatures features, SparseRows rows) =>
    [
        .. features.OfTexts.Select(own => Math.Sqrt(own.Sum(feature => Math.Pow(Weight(features, rows, feature), 2)))),
    ];

    private static double Weight(NgramFeatures features, SparseRows rows, int feature) =>
        Math.Log((double)features.OfTexts.Length / rows.Of(feature).Length);
}
