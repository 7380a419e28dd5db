using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

/// <summary>Batches with more labels, words and texts than are worked on at once, whose memory the next batch uses again.</summary>
public class LargeBatchTests
{
    private const int Words = 300;
    private const int Labels = 150;
    private const int TextCount = 50;
    private const double Rate = 0.3;

    private static readonly int[][] _wordIds = [.. Enumerable.Range(0, TextCount).Select(WordsOf)];

    private static readonly Vocabulary _vocabulary = Vocabulary.FromWords(Enumerable.Range(0, Words).Select(word => $"w{word}"));

    private static readonly EncodedTexts _texts = new(
        [.. _wordIds.Select((ids, text) => new LabeledText($"{LabelOf(text):000}", string.Join(' ', ids.Select(id => $"w{id}"))))],
        new TextEncoder(new WhitespaceTokenizer(), _vocabulary),
        new LabelSet([.. Enumerable.Range(0, Labels).Select(label => $"{label:000}")]),
        "training");

    public static TheoryData<EmbeddingKind?, Padding, int> Forms { get; } = new MatrixTheoryData<EmbeddingKind?, Padding, int>(
        [null, EmbeddingKind.Static, EmbeddingKind.Trained], [Padding.Wide, Padding.Narrow], [1, 3]);

    [Theory]
    [MemberData(nameof(Forms))]
    public void EachStepAddsTheMeanGradientOfItsBatch(EmbeddingKind? embedding, Padding padding, int threads)
    {
        var form = new ConvNetOptions
        {
            Filters = [new(1, 5), new(2, 20)],
            Embedding = embedding is { } kind ? new EmbeddingOptions { Kind = kind, Dimension = 6, Filters = [new(1, 5), new(3, 20)] } : null,
            Padding = padding,
            InitialDeviation = 0.5,
        };
        var start = NetworkInitializer.Create<float>(Words, Labels, form, new CounterRandom(3));

        // like those of sub-words
        for (int word = 0; embedding == EmbeddingKind.Static && word < Words; word += 4)
            start.Embedding!.Entries.Slice(word * start.Embedding.Stride, start.Embedding.Stride).Clear();
        Learner learner = Learner.Create(
            _ => start, new TrainingOptions { Optimizer = new Sgd { LearningRate = Rate }, BatchSize = 40, Dropout = 0, Threads = threads });

        // few words, then most of them, then few again
        AssertStep(learner, [1, 2, 3]);
        AssertStep(learner, [.. Enumerable.Range(5, 40)]);
        AssertStep(learner, [49, 2, 0, 48]);
    }

    private static void AssertStep(Learner learner, int[] batch)
    {
        learner.WriteBack();
        ConvNet before = ConvNet.FromNetwork(learner.Network.To<double>());
        Dictionary<string, Matrix<double>> expected = before.Parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.ToMatrix());
        foreach (int text in batch)
        {
            Gradients gradients = before.Backward(before.Forward(TextInput.FromWordIds(_wordIds[text])), Target.OfClass(LabelOf(text)));
            foreach (string name in expected.Keys)
                expected[name] += Rate / batch.Length * gradients[name];
        }

        var tally = default(Tally);
        learner.Step(_texts, batch, new CounterRandom(4), 1, ref tally);

        learner.WriteBack();
        foreach (Parameter parameter in ConvNet.FromNetwork(learner.Network.To<double>()).Parameters)
            Assert.True((expected[parameter.Name] - parameter.ToMatrix()).Enumerate().Max(Math.Abs) < 2e-6, parameter.Name);
    }

    /// <summary>From 1 to 17 words, of which some occur in many texts.</summary>
    private static int[] WordsOf(int text) => [.. Enumerable.Range(0, 1 + (text % 17)).Select(at => at % 5 == 0 ? at : ((text * 31) + (at * at * 7)) % Words)];

    private static int LabelOf(int text) => text * 37 % Labels;
}
