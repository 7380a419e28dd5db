using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

/// <summary>A learner over four short texts, whose steps can be made one by one and held to the gradients of its network in double.</summary>
internal sealed class StepFixture
{
    /// <summary>Words 8 and 9 occur in no text.</summary>
    public const int VocabularySize = 10;

    private static readonly int[][] _wordIds = [[0, 1, 2, 3, 1], [4, 0, 5], [6], [2, 7, 7, 1, 5, 0, 3]];
    private static readonly int[] _labels = [1, 0, 0, 1];

    private readonly EncodedTexts _texts;
    private readonly Learner _learner;

    public StepFixture(ConvNetOptions network, Optimizer optimizer, int batchSize = 1, double dropout = 0, Func<TrainingOptions, TrainingOptions>? with = null)
    {
        var vocabulary = Vocabulary.FromWords(Enumerable.Range(0, VocabularySize).Select(word => $"w{word}"));
        LabeledText[] texts = [.. _wordIds.Zip(_labels, (ids, label) => new LabeledText($"{label}", string.Join(' ', ids.Select(id => $"w{id}"))))];
        _texts = new EncodedTexts(texts, new TextEncoder(new WhitespaceTokenizer(), vocabulary), new LabelSet(["0", "1"]), "training");
        var start = NetworkInitializer.Create<float>(VocabularySize, classes: 2, network, new CounterRandom(3));
        var options = new TrainingOptions { Optimizer = optimizer, BatchSize = batchSize, Dropout = dropout };
        _learner = Learner.Create(_ => start, with?.Invoke(options) ?? options);
    }

    /// <summary>The network as it stands, in double.</summary>
    public ConvNet Network()
    {
        _learner.WriteBack();
        return ConvNet.FromNetwork(_learner.Network.To<double>());
    }

    /// <summary>Whether a word is among those of some texts.</summary>
    public static bool Occurs(int word, params int[] texts) => texts.Any(text => _wordIds[text].Contains(word));

    /// <summary>Makes one step and gives what the texts were recognized as before it.</summary>
    public Tally Step(params int[] texts)
    {
        var tally = default(Tally);
        _learner.Step(_texts, texts, new CounterRandom(4), 1, ref tally);
        return tally;
    }

    /// <summary>The mean gradient of some texts, by the network in double.</summary>
    public static Dictionary<string, Matrix<double>> MeanGradient(ConvNet network, params int[] texts)
    {
        Gradients[] gradients = [.. texts.Select(text =>
            network.Backward(network.Forward(TextInput.FromWordIds(_wordIds[text])), Target.OfClass(_labels[text])))];
        return network.Parameters.ToDictionary(
            parameter => parameter.Name,
            parameter => gradients.Aggregate(
                Matrix<double>.Build.Dense(parameter.RowCount, parameter.ColumnCount), (sum, gradient) => sum + gradient[parameter.Name]) / texts.Length);
    }

    /// <summary>The mean of −L of some texts, by the network in double.</summary>
    public static double MeanLoss(ConvNet network, params int[] texts) =>
        -texts.Average(text => network.Forward(TextInput.FromWordIds(_wordIds[text])).LogLikelihood(Target.OfClass(_labels[text])));

    /// <summary>Asserts that every entry of every parameter is what is expected of it.</summary>
    public static void AssertParameters(ConvNet actual, Func<string, int, int, double> expected, double tolerance) =>
        AssertParameters(actual, expected, _ => tolerance);

    /// <summary>The same with a tolerance for each parameter.</summary>
    public static void AssertParameters(ConvNet actual, Func<string, int, int, double> expected, Func<string, double> tolerance)
    {
        foreach (Parameter parameter in actual.Parameters)
        {
            for (int row = 0; row < parameter.RowCount; row++)
            {
                for (int column = 0; column < parameter.ColumnCount; column++)
                {
                    double difference = Math.Abs(parameter[row, column] - expected(parameter.Name, row, column));
                    Assert.True(difference <= tolerance(parameter.Name), $"{parameter.Name}[{row}, {column}] is off by {difference:E2}");
                }
            }
        }
    }

    public static Dictionary<string, Matrix<double>> Copy(ConvNet network) =>
        network.Parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.ToMatrix());
}
