using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Tests.Storage;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests;

/// <summary>However and whenever the rows of a classifier are made, it predicts what its network does.</summary>
public class CompileTests
{
    private static readonly string[] _texts =
    [
        "", "w1", "w2 w3", "w4 w5 w6", "unknown", Words(511), Words(512), Words(513), Words(515), Words(1_030), .. Enumerable.Range(1, 20).Select(Words),
    ];

    public static TheoryData<EmbeddingKind, bool, Padding> Forms { get; } = new MatrixTheoryData<EmbeddingKind, bool, Padding>(
        [EmbeddingKind.Trained, EmbeddingKind.Static, EmbeddingKind.TwoChannel], [true, false], [Padding.Narrow, Padding.Wide]);

    public static TheoryData<CompiledRows, long> Ways { get; } = new MatrixTheoryData<CompiledRows, long>(
        [CompiledRows.AllAtOnce, CompiledRows.AtFirstUse], [0, 1, 5_000, 20_000, long.MaxValue]);

    [Theory]
    [MemberData(nameof(Forms))]
    public void Predict_GivesWhatTheNetworkGives(EmbeddingKind kind, bool oneHot, Padding padding)
    {
        TextClassifier classifier = Classifier(kind, oneHot, padding);
        TextClassifier compiled = classifier.Compile();
        ConvNet network = classifier.ToConvNet();

        Assert.NotSame(classifier, compiled);
        Assert.Equal(Weights.Of(classifier), Weights.Of(compiled));
        foreach (string text in _texts)
        {
            double expected = network.Forward(classifier.ToTextInput(text)).Probabilities[0];
            Assert.Equal(expected, Probability(classifier, text), 1e-5);
            Assert.Equal(Probability(classifier, text), Probability(compiled, text));
            Explanation explanation = compiled.Explain(text);
            Assert.Equal(Windows(classifier, text), Windows(compiled, text));
            Assert.Equal(explanation.Logit, explanation.Bias + explanation.Windows.Sum(window => window.Contribution), 1e-5);
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Compile_TimeAndMemoryChangeNoBit(CompiledRows rows, long maximumBytes)
    {
        TextClassifier classifier = Classifier(EmbeddingKind.Trained, oneHot: true, Padding.Wide);
        foreach (WeightFormat precision in Enum.GetValues<WeightFormat>())
        {
            TextClassifier expected = classifier.Compile(new CompileOptions { WeightFormat = precision });
            TextClassifier compiled = classifier.Compile(new CompileOptions { WeightFormat = precision, Rows = rows, MaximumBytes = maximumBytes });
            foreach (string text in _texts)
            {
                // twice: the second time rows may be there
                Assert.Equal(Probability(expected, text), Probability(compiled, text));
                Assert.Equal(Probability(expected, text), Probability(compiled, text));
            }

            foreach (string text in _texts.Take(10))
                Assert.Equal(Windows(expected, text), Windows(compiled, text));
        }
    }

    [Theory]
    [InlineData(WeightFormat.BFloat16, true)]
    [InlineData(WeightFormat.BFloat16, false)]
    [InlineData(WeightFormat.Int8, true)]
    [InlineData(WeightFormat.Int8, false)]
    public void Compile_ToFewerBits_PredictsNearlyTheSame(WeightFormat format, bool embedding)
    {
        TextClassifier classifier = embedding ? Classifier(EmbeddingKind.Trained, oneHot: true, Padding.Wide) : FullWeights();
        TextClassifier compiled = classifier.Compile(new CompileOptions { WeightFormat = format });

        Assert.All(_texts, text => Assert.Equal(Probability(classifier, text), Probability(compiled, text), 0.02));
        Assert.Contains(_texts.Concat(SmallClassifier.Texts), text => Probability(classifier, text) != Probability(compiled, text));
    }

    [Fact]
    public void Compile_WithoutAnEmbeddingThereIsNothingToDo()
    {
        TextClassifier classifier = SmallClassifier.ByHand;
        Assert.Same(classifier, classifier.Compile());
    }

    [Theory]
    [InlineData(WeightFormat.BFloat16)]
    [InlineData(WeightFormat.Int8)]
    public void Compile_OfACompactClassifierLeavesItsFilters(WeightFormat format)
    {
        var options = new CompileOptions { WeightFormat = format };
        Assert.Same(SmallClassifier.Trained, SmallClassifier.Trained.Compile(options));

        // V reads the filters over one-hot words alone, so that the rows of the embedding change nothing
        TextClassifier classifier = Classifier(EmbeddingKind.Trained, oneHot: true, Padding.Wide);
        ConvNet network = classifier.ToConvNet();
        Parameter output = network.Parameters.Single(parameter => parameter.Name == "V");
        for (int feature = 16; feature < output.ColumnCount; feature++)
            output[0, feature] = 0;
        TextClassifier compact = new TextClassifier(network, classifier.Vocabulary, classifier.Tokenizer, classifier.Labels).Compact();

        Assert.NotNull(compact.Compaction);
        Assert.All(_texts, text => Assert.Equal(Probability(compact, text), Probability(compact.Compile(options), text)));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Compile_To8Bits_ExplanationsAddUpToThePrediction(EmbeddingKind kind, bool oneHot, Padding padding)
    {
        TextClassifier compiled = Classifier(kind, oneHot, padding).Compile(new CompileOptions { WeightFormat = WeightFormat.Int8 });
        foreach (string text in _texts)
        {
            Explanation explanation = compiled.Explain(text);

            // the windows are found in single precision, the prediction in 16 bits: to the bit the same
            Assert.Equal(compiled.Predict(text).Probability, explanation.Probability);
            Assert.Equal(explanation.Logit, explanation.Bias + explanation.Windows.Sum(window => window.Contribution), 1e-5);
        }
    }

    [Fact]
    public void Compile_To8Bits_SumsAreExact()
    {
        // the largest number is 127 steps of 1/64; 2.5 and -0.5 steps are halfway between two, of which the even one is taken
        double[,] filters = { { 127.0 / 64, 1 }, { -127.0 / 64, 0 }, { 2.5 / 64, 0 }, { -0.5 / 64, 0 } };
        var network = new ConvNet(
            [new ConvFilterLayer(Matrix<double>.Build.DenseOfArray(filters), width: 2)],
            new MaxPool(),
            new LogisticOutput(Matrix<double>.Build.DenseOfArray(new[,] { { 2.0, 0 } })));
        var classifier = new TextClassifier(network, Vocabulary.FromWords(["x", "y"]), new WhitespaceTokenizer(), ["n", "p"]);
        TextClassifier compiled = classifier.Compile(new CompileOptions { WeightFormat = WeightFormat.Int8 });

        Assert.Equal(2 * Math.Tanh((127 + 2) / 64.0), compiled.Explain("x x").Logit, 1e-6);
        Assert.Equal("p", compiled.Predict("x x").Label);
        Assert.Equal(2 * Math.Tanh(127 / 64.0), compiled.Explain("y y").Logit, 1e-6);
        Assert.Equal("n", compiled.Predict("y y").Label);
    }

    [Theory]
    [InlineData(258)]
    [InlineData(259)]
    [InlineData(600)]
    public void Compile_To8Bits_SumsOfVeryWideFiltersAreExactToo(int width)
    {
        var filters = Matrix<double>.Build.Dense(width, 1, 1);
        var network = new ConvNet(
            [new ConvFilterLayer(filters, width)], new MaxPool(Activation.Relu), new LogisticOutput(Matrix<double>.Build.Dense(1, 1, 0.5)));
        var classifier = new TextClassifier(network, Vocabulary.FromWords(["x"]), new WhitespaceTokenizer(), ["n", "p"]);
        TextClassifier compiled = classifier.Compile(new CompileOptions { WeightFormat = WeightFormat.Int8 });
        string text = string.Join(' ', Enumerable.Repeat("x", width));

        Assert.Equal(0.5 * width, compiled.Explain(text).Logit, 1e-3);
        Assert.Equal(compiled.Explain(text).Probability, compiled.Predict(text).Probability);
    }

    [Fact]
    public void Compile_To8Bits_WeightsTooSmallForAScaleAreZeros()
    {
        var filters = Matrix<double>.Build.DenseOfArray(new[,] { { 1e-40, 0, 1 } });
        var network = new ConvNet(
            [new ConvFilterLayer(filters, width: 1)], new MaxPool(), new LogisticOutput(Matrix<double>.Build.DenseOfArray(new[,] { { 1e30, 1e30, 1.0 } })));
        var classifier = new TextClassifier(network, Vocabulary.FromWords(["x"]), new WhitespaceTokenizer(), ["n", "p"]);

        Assert.Equal(Math.Tanh(1), classifier.Compile(new CompileOptions { WeightFormat = WeightFormat.Int8 }).Explain("x").Logit, 1e-6);
    }

    [Fact]
    public void Compile_To8Bits_Cancelled()
    {
        var options = new CompileOptions { WeightFormat = WeightFormat.Int8, Rows = CompiledRows.AtFirstUse };
        Assert.ThrowsAny<OperationCanceledException>(() => FullWeights().Compile(options, new CancellationToken(canceled: true)));
    }

    [Theory]
    [InlineData(WeightFormat.BFloat16)]
    [InlineData(WeightFormat.Int8)]
    public void Compile_BackTo32Bits_PredictsAsBefore(WeightFormat format)
    {
        TextClassifier before = FullWeights();
        TextClassifier half = before.Compile(new CompileOptions { WeightFormat = format });
        TextClassifier full = half.Compile();

        Assert.NotSame(before, half);
        Assert.All(SmallClassifier.Texts, text => Assert.Equal(before.Predict(text), full.Predict(text)));
    }

    [Theory]
    [InlineData(WeightFormat.Float32, 1e20)]
    [InlineData(WeightFormat.BFloat16, 1.8438e19)] // squared, less than the largest number in single precision, but not than that of 16 bits
    public void Predict_RowsThatOverflow_AreAnError(WeightFormat precision, double large)
    {
        TextClassifier classifier = WithLarge(large);
        TextClassifier lazy = classifier.Compile(new CompileOptions { WeightFormat = precision, Rows = CompiledRows.AtFirstUse });

        Assert.StartsWith("a row of the compiled table", Assert.Throws<ArithmeticException>(() => lazy.Predict("x x")).Message, StringComparison.Ordinal);
        Assert.Throws<ArithmeticException>(() => classifier.Compile(new CompileOptions { WeightFormat = precision }));
        Assert.Equal("p", lazy.Predict("y").Label);
    }

    [Theory]
    [InlineData(CompiledRows.AllAtOnce)]
    [InlineData(CompiledRows.AtFirstUse)]
    public void Compile_To8Bits_RowsThatOverflow_AreAnErrorAtOnce(CompiledRows rows)
    {
        var options = new CompileOptions { WeightFormat = WeightFormat.Int8, Rows = rows };
        Assert.StartsWith(
            "a row of the compiled table", Assert.Throws<ArithmeticException>(() => WithLarge(1e20).Compile(options)).Message, StringComparison.Ordinal);
        Assert.Equal("p", WithLarge(1e19).Compile(options).Predict("x").Label);
    }

    [Theory]
    [InlineData(WeightFormat.Float32)]
    [InlineData(WeightFormat.Int8)]
    [Trait("Category", "Slow")]
    public void Predict_ManyThreadsThatMakeRowsAtOnce_GetTheAnswersThatOneGets(WeightFormat format)
    {
        TextClassifier classifier = Classifier(EmbeddingKind.Trained, oneHot: false, Padding.Wide);
        string[] texts = [.. Enumerable.Range(0, 400).Select(Words)];
        Prediction[] expected = Array.ConvertAll(texts, classifier.Compile(new CompileOptions { WeightFormat = format }).Predict);
        for (int time = 0; time < 20; time++)
        {
            TextClassifier compiled = classifier.Compile(new CompileOptions { WeightFormat = format, Rows = CompiledRows.AtFirstUse, MaximumBytes = time * 3_000 });
            Assert.Equal(expected, compiled.PredictAll(texts, threads: 8));
        }
    }

    [Fact]
    public void Compile_OptionsOutOfRange_AreErrors()
    {
        TextClassifier classifier = SmallClassifier.WithEmbedding;

        Assert.Throws<ArgumentOutOfRangeException>("MaximumBytes", () => classifier.Compile(new CompileOptions { MaximumBytes = -1 }));
        Assert.Throws<ArgumentOutOfRangeException>("WeightFormat", () => classifier.Compile(new CompileOptions { WeightFormat = (WeightFormat)7 }));
        Assert.Throws<ArgumentOutOfRangeException>("Rows", () => classifier.Compile(new CompileOptions { Rows = (CompiledRows)7 }));
    }

    /// <summary>A trained classifier that isn't compact.</summary>
    private static TextClassifier FullWeights() =>
        SavedModel.Load(SavedModel.Of(SmallClassifier.Trained, new SaveOptions { WeightFormat = WeightFormat.Float32 }));

    private static TextClassifier WithLarge(double large)
    {
        var embedding = new Embedding(null, Matrix<double>.Build.DenseOfArray(new[,] { { large }, { 1 } }));
        var filters = new ConvFilterLayer(Matrix<double>.Build.DenseOfArray(new[,] { { large }, { -large } }), width: 2);
        var output = new LogisticOutput(Matrix<double>.Build.DenseOfArray(new[,] { { 2.0 } }));
        var network = new ConvNet([], embedding, [filters], new MaxPool(), output);
        return new TextClassifier(network, Vocabulary.FromWords(["x", "y"]), new WhitespaceTokenizer(), ["n", "p"]);
    }

    private static (int, int, int, int, int, double)[] Windows(TextClassifier classifier, string text) =>
        [.. classifier.Explain(text).Windows.Select(one => (one.Start, one.Length, one.Width, one.FilterCount, one.WeakFilterCount, one.Contribution))];

    private static double Probability(TextClassifier classifier, string text)
    {
        double[] probabilities = new double[classifier.Labels.Length];
        classifier.Score(text).CopyTo(probabilities);
        return probabilities[^1];
    }

    /// <summary>A text of so many words, others for each number.</summary>
    private static string Words(int count)
    {
        var random = new CounterRandom((ulong)count);
        return string.Join(' ', Enumerable.Range(0, count).Select(at => $"w{random.Below(40, (ulong)at)}"));
    }

    /// <summary>Random weights, large enough that another word or window is seen.</summary>
    private static TextClassifier Classifier(EmbeddingKind kind, bool oneHot, Padding padding)
    {
        var options = new ConvNetOptions
        {
            Filters = oneHot ? [new(1, 8), new(3, 8)] : [], Padding = padding, InitialDeviation = 0.5,
            Embedding = new EmbeddingOptions { Kind = kind, Dimension = 10, Filters = [new(2, 6), new(3, 20), new(5, 17)] },
        };
        ConvNet network = ConvNet.Random(40, options, seed: 5);
        return new TextClassifier(network, Vocabulary.FromWords(Enumerable.Range(0, 40).Select(word => $"w{word}")), new WhitespaceTokenizer(), ["a", "b"]);
    }
}
