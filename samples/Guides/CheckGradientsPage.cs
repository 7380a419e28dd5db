using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet;
using MaxPoolConvNet.Networks;

namespace Guides;

/// <summary>The code of check-gradients.md.</summary>
internal static class CheckGradientsPage
{
    public static Task RunAsync()
    {
        CheckTheLibrary();
        CheckWhatWasTrained();
        CheckYourOwn();
        SeeACheckFail();
        return Task.CompletedTask;
    }

    private static void CheckTheLibrary()
    {
        // begin
        ConvNet network = ConvNet.Random(wordSize: 1_000, new ConvNetOptions { Filters = [new(2, 20)] }, seed: 1);
        TextInput text = TextInput.FromWordIds(17, 402, 9, 356, 17, 2);

        GradientReport report = GradientChecker.Check(network, text, Target.OfClass(1));
        Console.WriteLine(report);
        Console.WriteLine(report.HasPassed ? "all gradients are right" : "WRONG");
        // end
    }

    private static void CheckWhatWasTrained()
    {
        // begin
        TextClassifier classifier = TextClassifier.Load("reviews.safetensors");
        GradientReport trained = GradientChecker.Check(
            classifier.ToConvNet(), classifier.ToTextInput("Not bad."), Target.OfClass(classifier.Labels.IndexOf("positive")));
        // end
        Console.WriteLine(trained);
    }

    private static void CheckYourOwn()
    {
        // begin
        var model = new BagOfWords([0.3, -0.1, 0.8, 0.2]);
        GradientReport own = GradientChecker.Check(model, TextInput.FromWordIds(0, 2, 2), Target.OfClass(1));
        // end
        Console.WriteLine(own);
    }

    private static void SeeACheckFail()
    {
        // begin
        GradientReport wrong = GradientChecker.Check(new Forgetful(new BagOfWords([0.3, -0.1, 0.8, 0.2])), TextInput.FromWordIds(0, 2, 2), Target.OfClass(1));
        Console.WriteLine(wrong);
        Console.WriteLine($"{wrong["weights"].WrongEntryCount} wrong, the worst is {wrong["weights"].Place}");
        // end
    }

    // begin
    /// <summary>Logistic regression over the words: logit = Σ weights of the text's words + bias.</summary>
    private sealed class BagOfWords : IModel
    {
        private readonly double[] _weights;
        private double _bias;

        public BagOfWords(double[] weights)
        {
            _weights = weights;
            Parameters =
            [
                new Parameter("weights", weights.Length, 1, (word, _) => _weights[word], (word, _, value) => _weights[word] = value),
                new Parameter("bias", 1, 1, (_, _) => _bias, (_, _, value) => _bias = value),
            ];
        }

        public IReadOnlyList<Parameter> Parameters { get; }

        public ForwardPass Forward(TextInput text) => new Pass(text, text.WordIds.Sum(word => _weights[word]) + _bias);

        public Gradients Backward(ForwardPass pass, Target target)
        {
            double error = target.Class - pass.Probability;   // y − o
            var weights = Matrix<double>.Build.Dense(_weights.Length, 1);
            foreach (int word in ((Pass)pass).Text.WordIds)
                weights[word, 0] += error;
            return new Gradients(("weights", weights), ("bias", Matrix<double>.Build.Dense(1, 1, error)));
        }

        private sealed class Pass(TextInput text, double logit) : ForwardPass
        {
            public TextInput Text => text;

            public override ImmutableArray<double> Logits => [logit];

            public override ImmutableArray<double> Probabilities => [1 / (1 + Math.Exp(-logit))];

            public override double LogLikelihood(Target target) => -Math.Log(1 + Math.Exp(target.Class == 1 ? -logit : logit));
        }
    }
    // end

    // begin
    /// <summary>The same with a fault: a word that stands in the text twice counts once.</summary>
    private sealed class Forgetful(BagOfWords right) : IModel
    {
        public IReadOnlyList<Parameter> Parameters => right.Parameters;

        public ForwardPass Forward(TextInput text) => right.Forward(text);

        public Gradients Backward(ForwardPass pass, Target target)
        {
            Gradients gradients = right.Backward(pass, target);
            double error = gradients["bias"][0, 0];
            return new Gradients(("weights", gradients["weights"].Map(entry => entry == 0 ? 0 : error)), ("bias", gradients["bias"]));
        }
    }
    // end
}
