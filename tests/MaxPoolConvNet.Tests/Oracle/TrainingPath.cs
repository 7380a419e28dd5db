using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

/// <summary>The gradients as the trainer uses them: what a step with a learning rate of 1 adds to each parameter, in single precision.</summary>
internal static class TrainingPath
{
    public static Dictionary<string, Matrix<double>> Gradients(ConvNet network, TextInput text, (string[] All, string[] Own) labels)
    {
        Network<float> rounded = network.InPrecision<float>();
        var learner = Learner.Create(_ => rounded, new TrainingOptions { Optimizer = new Sgd { LearningRate = 1 }, Dropout = 0, BatchSize = 2 });
        var before = Parameters(learner);
        var vocabulary = Vocabulary.FromWords(Enumerable.Range(0, network.WordSize).Select(word => $"w{word}"));
        LabeledText example = new([.. labels.Own], string.Join(' ', text.WordIds.Select(id => $"w{id}")));
        var texts = new EncodedTexts([example], new TextEncoder(new WhitespaceTokenizer(), vocabulary), new LabelSet(labels.All, network.Output.Kind == OutputKind.MultiLabel), "training");
        var tally = default(Tally);
        learner.Step(texts, [0], new CounterRandom(1), 1, ref tally);
        return Parameters(learner).ToDictionary(pair => pair.Key, pair => pair.Value - before[pair.Key]);
    }

    private static Dictionary<string, Matrix<double>> Parameters(Learner learner)
    {
        learner.WriteBack();
        return ConvNet.FromNetwork(learner.Network.To<double>()).Parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.ToMatrix());
    }
}
