using CsCheck;
using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

/// <summary>Random layers and texts, short and empty ones too, against a convolution and differences written here.</summary>
public class ConvFilterLayerProperties
{
    private const int WordSize = 4;

    private static readonly Gen<(Matrix<double> Filters, int Width, Padding Padding, Vector<double>? Bias)> _layers =
        from width in Gen.Int[1, 4]
        from filters in Gen.Int[1, 9]
        from numbers in Gen.Double[-2, 2].Array[width * WordSize * filters]
        from bias in Gen.Double[-2, 2].Array[filters]
        from hasBias in Gen.Bool
        from wide in Gen.Bool
        select (
            Matrix<double>.Build.Dense(width * WordSize, filters, numbers),
            width,
            wide ? Padding.Wide : Padding.Narrow,
            hasBias ? Vector<double>.Build.Dense(bias) : null);

    private static readonly Gen<int[]> _wordIds = Gen.Int[0, WordSize - 1].Array[0, 9];

    private static readonly Gen<double[][]> _vectors = Gen.Double[-2, 2].Array[WordSize].Array[1, 7];

    [Fact]
    public void Forward_OfWordIds_IsTheFormulaForOneHotWords() => Gen.Select(_layers, _wordIds).Sample((given, wordIds) =>
        AssertEqual(
            NaiveConvolution.Responses(given.Filters, given.Width, given.Padding, given.Bias, NaiveConvolution.OneHot(wordIds, WordSize)),
            Layer(given).Forward(TextInput.FromWordIds(wordIds)).Responses));

    [Fact]
    public void Forward_OfWordVectors_IsTheFormula() => Gen.Select(_layers, _vectors).Sample((given, vectors) =>
    {
        Matrix<double> words = NaiveConvolution.RowsOf(vectors, WordSize);
        AssertEqual(
            NaiveConvolution.Responses(given.Filters, given.Width, given.Padding, given.Bias, words),
            Layer(given).Forward(TextInput.FromWordVectors(words)).Responses);
    });

    [Fact]
    public void OneHotWordsAsVectors_GiveTheResponsesAndGradientsOfTheirIds() =>
        Gen.Select(_layers, _wordIds.Where(words => words.Length > 0), Gen.ULong).Sample((given, wordIds, seed) =>
        {
            ConvFilterLayer layer = Layer(given);
            ConvFilterPass ofIds = layer.Forward(TextInput.FromWordIds(wordIds));
            ConvFilterPass ofVectors = layer.Forward(TextInput.FromWordVectors(NaiveConvolution.OneHot(wordIds, WordSize)));
            Matrix<double> gradient = Gradient(ofIds, layer, seed);

            AssertEqual(ofIds.Responses, ofVectors.Responses);
            AssertEqual(layer.Backward(ofIds, gradient).U, layer.Backward(ofVectors, gradient).U);
        });

    [Fact]
    public void Backward_OfWordIds_AgreesWithDifferences() => Gen.Select(_layers, _wordIds, Gen.ULong).Sample((given, wordIds, seed) =>
        AssertGradients(given, NaiveConvolution.OneHot(wordIds, WordSize), TextInput.FromWordIds(wordIds), seed));

    [Fact]
    public void Backward_OfWordVectors_AgreesWithDifferences() => Gen.Select(_layers, _vectors, Gen.ULong).Sample((given, vectors, seed) =>
    {
        Matrix<double> words = NaiveConvolution.RowsOf(vectors, WordSize);
        ConvFilterGradients gradients = AssertGradients(given, words, TextInput.FromWordVectors(words), seed);
        Matrix<double> weights = Gradient(Layer(given).Forward(TextInput.FromWordVectors(words)), Layer(given), seed);
        AssertEqual(
            Differences(
                words,
                changed => Sum(weights, NaiveConvolution.Responses(given.Filters, given.Width, given.Padding, given.Bias, changed))),
            gradients.WordVectors!);
    });

    [Fact]
    public void Forward_OnManyThreads_GivesTheSame() => Gen.Select(_layers, _wordIds).Sample((given, wordIds) =>
    {
        ConvFilterLayer layer = Layer(given);
        Matrix<double> expected = layer.Forward(TextInput.FromWordIds(wordIds)).Responses;
        Parallel.For(0, 8, _ => Assert.Equal(expected, layer.Forward(TextInput.FromWordIds(wordIds)).Responses));
    });

    /// <summary>∂L/∂U and ∂L/∂b of L = Σ_mj w_mj · z_mj with random w, which is what ∂L/∂z is.</summary>
    private static ConvFilterGradients AssertGradients(
        (Matrix<double> Filters, int Width, Padding Padding, Vector<double>? Bias) given, Matrix<double> words, TextInput text, ulong seed)
    {
        ConvFilterLayer layer = Layer(given);
        ConvFilterPass pass = layer.Forward(text);
        Matrix<double> weights = Gradient(pass, layer, seed);
        ConvFilterGradients gradients = layer.Backward(pass, weights);

        AssertEqual(
            Differences(
                given.Filters,
                changed => Sum(weights, NaiveConvolution.Responses(changed, given.Width, given.Padding, given.Bias, words))),
            gradients.U);
        Assert.Equal(given.Bias is null, gradients.Bias is null);
        if (given.Bias is not null)
        {
            AssertEqual(
                Differences(
                    given.Bias.ToRowMatrix(),
                    changed => Sum(weights, NaiveConvolution.Responses(given.Filters, given.Width, given.Padding, changed.Row(0), words))),
                gradients.Bias!);
        }

        return gradients;
    }

    /// <summary>The slope of a linear function in each entry: its difference over a step of any length.</summary>
    private static Matrix<double> Differences(Matrix<double> at, Func<Matrix<double>, double> function) =>
        Matrix<double>.Build.Dense(at.RowCount, at.ColumnCount, (row, column) =>
        {
            (Matrix<double> more, Matrix<double> less) = (at.Clone(), at.Clone());
            (more[row, column], less[row, column]) = (at[row, column] + 1, at[row, column] - 1);
            return (function(more) - function(less)) / 2;
        });

    private static double Sum(Matrix<double> weights, Matrix<double> responses) => weights.PointwiseMultiply(responses).Enumerate().Sum();

    private static Matrix<double> Gradient(ConvFilterPass pass, ConvFilterLayer layer, ulong seed)
    {
        var random = new CounterRandom(seed);
        return Matrix<double>.Build.Dense(pass.WindowCount, layer.FilterCount, (m, j) => random.Normals((ulong)((m * 100) + j)).First);
    }

    private static ConvFilterLayer Layer((Matrix<double> Filters, int Width, Padding Padding, Vector<double>? Bias) given) =>
        new(given.Filters, given.Width, given.Padding, given.Bias);

    private static void AssertEqual(Matrix<double> expected, Matrix<double> actual)
    {
        Assert.Equal((expected.RowCount, expected.ColumnCount), (actual.RowCount, actual.ColumnCount));
        Assert.Equal(0, (expected - actual).Enumerate().Max(Math.Abs), 1e-11);
    }
}
