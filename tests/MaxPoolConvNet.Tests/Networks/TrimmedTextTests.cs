using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

/// <summary>Words at a text's end that change no response are left out; the responses are those of the whole text.</summary>
public class TrimmedTextTests
{
    private const int Words = 4;
    private const int AllWords = 7;

    private static readonly CounterRandom _random = new(11);

    [Theory]
    [InlineData(Padding.Wide, true, true)]
    [InlineData(Padding.Wide, false, false)]
    [InlineData(Padding.Narrow, true, false)]
    [InlineData(Padding.Narrow, false, true)]
    public void OneHotFilters_RespondToWordsWithoutRowsAsToZeros(Padding padding, bool biases, bool besideVectors)
    {
        ConvNet network = Create(padding, biases, besideVectors);
        foreach (int[] text in Texts())
        {
            ForwardPass pass = network.Forward(TextInput.FromWordIds(text));
            int feature = 0;
            foreach (ConvFilterLayer layer in network.Filters)
            {
                Matrix<double> vectors = Matrix<double>.Build.Dense(text.Length, layer.WordSize, (at, word) => text[at] == word ? 1 : 0);
                Matrix<double> responses = layer.Forward(TextInput.FromWordVectors(vectors)).Responses;
                for (int j = 0; j < layer.FilterCount; j++)
                    Assert.Equal(Math.Tanh(responses.Column(j).Maximum()), pass.Pooled[feature++], 1e-14);
            }
        }
    }

    [Theory]
    [InlineData(Padding.Wide, true)]
    [InlineData(Padding.Wide, false)]
    [InlineData(Padding.Narrow, true)]
    [InlineData(Padding.Narrow, false)]
    public void GradientsOfThem_AreThoseOfNumericalDifferences(Padding padding, bool besideVectors)
    {
        ConvNet network = Create(padding, biases: true, besideVectors);
        foreach (int[] text in Texts())
        {
            GradientReport report = GradientCalls.Check(network, TextInput.FromWordIds(text), Target.OfClass(1));
            Assert.True(report.HasPassed, report.ToString());
        }
    }

    [Theory]
    [InlineData(new[] { 0, 5, 1 }, 3)]
    [InlineData(new[] { 0, 1, 4 }, 3)]
    [InlineData(new[] { 0, 1, 4, 5, 6, 4 }, 4)]
    [InlineData(new[] { 4, 5, 6, 4 }, 2)]
    [InlineData(new int[0], 0)]
    public void OfTheWordsAfterTheLastOneWithARow_AWindowStays(int[] text, int kept)
    {
        Assert.Equal(text[..kept], new FilterTable<float>(Words, width: 2, filters: 1).Trim(text).ToArray());

        // vectors of the same words, zeros from the fifth on
        var embedding = new EmbeddingTable<float>(AllWords, staticDimension: 2, trainedDimension: 0, []);
        for (int word = 0; word < Words; word++)
            embedding.Row(word)[1] = 1;
        Assert.Equal(text[..kept], embedding.Trim(text, zeros: 2).ToArray());
    }

    [Fact]
    public void TrainedVectors_WhichDoNotStayZero_AreNotLeftOut() =>
        Assert.Equal([5, 5, 5, 5], new EmbeddingTable<float>(AllWords, staticDimension: 0, trainedDimension: 2, []).Trim([5, 5, 5, 5], zeros: 2).ToArray());

    private static ConvNet Create(Padding padding, bool biases, bool besideVectors)
    {
        ConvNetOptions options = new()
        {
            Filters = [new(1, 3), new(3, 5)], Padding = padding, Biases = biases, InitialDeviation = 0.5,
            Embedding = besideVectors ? new EmbeddingOptions { Dimension = 2, Filters = [new(2, 2)] } : null,
        };
        Network<double> network = NetworkInitializer.Create<double>(
            new FilterWords(AllWords, Words), 2, null, options, null, _random, _random, FilterShare.All);
        return ConvNet.FromNetwork(network);
    }

    private static IEnumerable<int[]> Texts() => Enumerable.Range(0, 60).Select(text =>
    {
        CounterRandom random = _random.Stream((ulong)text);
        int[] words = [.. Enumerable.Range(0, text % 5).Select(at => random.Below(AllWords, (ulong)at))];
        return (int[])[.. words, .. Enumerable.Range(0, text % 7).Select(at => random.Below(AllWords - Words, (ulong)(10 + at)) + Words)];
    });
}
