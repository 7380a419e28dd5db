using MathNet.Numerics.LinearAlgebra;

namespace MaxPoolConvNet.English;

/// <summary>Makes vectors of words: encodes each word, reduces the vectors, and fits the changes of pieces.</summary>
internal static class VectorMaker
{
    /// <summary>The standard deviation of the vectors' entries, chosen with the learning rate of AdaGrad.</summary>
    private const double Deviation = 0.1;

    /// <summary>The largest entry that isn't cut off, in standard deviations of its column.</summary>
    private const double Largest = 5;

    public static VectorFile Make(WordList list, EncoderSource[] encoders, int dimension, TextWriter log)
    {
        Matrix<double>[] encoded = Array.ConvertAll(encoders, encoder => Encode(list, encoder, log));
        Matrix<double> all = encoded.Aggregate((one, other) => one.Append(other));
        Matrix<double> words = PrincipalComponents.Project(all, dimension, out double explained);
        words *= Deviation / Math.Sqrt(words.Enumerate().Sum(entry => entry * entry) / ((double)words.RowCount * dimension));
        log.WriteLine(FormattableString.Invariant($"{dimension} numbers explain {explained:P1} of the variance"));

        string[] pieces = [.. encoders.SelectMany(SentenceEncoder.Continuations).Distinct(StringComparer.Ordinal)];
        Matrix<double> changes = PieceFitter.Fit(list.Words, words, pieces);
        float[] scales = [.. words.EnumerateColumns().Select(ScaleOf)];
        return new VectorFile(list.Words, pieces, scales, [.. Rounded(words, scales), .. Rounded(changes, scales)]);
    }

    private static Matrix<double> Encode(WordList list, EncoderSource source, TextWriter log)
    {
        log.WriteLine(FormattableString.Invariant($"{list.Words.Length} words through {source.Name}"));
        using var encoder = new SentenceEncoder(source);
        float[][] vectors = encoder.Encode(list.Texts);
        return Matrix<double>.Build.Dense(vectors.Length, encoder.Dimension, (word, entry) => vectors[word][entry]);
    }

    private static float ScaleOf(Vector<double> column)
    {
        double deviation = Math.Sqrt(column.DotProduct(column) / column.Count);
        return (float)(Math.Min(column.AbsoluteMaximum(), Largest * deviation) / sbyte.MaxValue);
    }

    private static IEnumerable<sbyte> Rounded(Matrix<double> rows, float[] scales)
    {
        for (int r = 0; r < rows.RowCount; r++)
        {
            for (int s = 0; s < scales.Length; s++)
                yield return (sbyte)Math.Clamp(Math.Round(rows[r, s] / scales[s]), -sbyte.MaxValue, sbyte.MaxValue);
        }
    }
}
