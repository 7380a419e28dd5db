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
        var model = new BagOfWords(Matrix<double>.Build.Dense(4, 1, [0.3, -0.1, 0.8, 0.2]), Matrix<double>.Build.Dense(1, 1));
        GradientReport own = GradientChecker.Check(model, TextInput.FromWordIds(0, 2, 2), Target.OfClass(1));
        // end
        Console.WriteLine(own);
    }

    private static void SeeACheckFail()
    {
        // begin
        var right = new BagOfWords(Matrix<double>.Build.Dense(4, 1, [0.3, -0.1, 0.8, 0.2]), Matrix<double>.Build.Dense(1, 1));
        GradientReport wrong = GradientChecker.Check(new Forgetful(right), TextInput.FromWordIds(0, 2, 2), Target.OfClass(1));
        Console.WriteLine(wrong);
        Console.WriteLine($"{wrong["weights"].WrongEntryCount} wrong, the worst is {wrong["weights"].Place}");
        // end
    }

    // begin
    /// <summary>Logistic regression over the words: logit = Σ weights of the text's words + bias.</summary>
    private sealed class BagOfWords(Matrix<double> weights, Matrix<double> bias) : IModel
    {
        public IReadOnlyList<Parameter> Parameters { get; } = [new Parameter("weights", weights), new Parameter("bias", bias)];

        public ForwardPass Forward(TextInput text) => new Pass(text, text.WordIds.Sum(word => weights[word, 0]) + bias[0, 0]);

        public Gradients Backward(ForwardPass pass, Target target)
        {
            double error = target.Class - pass.Probability;   // y − o
            var gradient = Matrix<double>.Build.Dense(weights.RowCount, 1);
            foreach (int word in ((Pass)pass).Text.WordIds)
                gradient[word, 0] += error;
            return new Gradients(("weights", gradient), ("bias", Matrix<double>.Build.Dense(1, 1, error)));
        }

        private sealed class Pass(TextInput text, double logit) : ForwardPass
        {
            public TextInput Text => text;

            public override ImmutableArray<double> Logits => [logit];
        }
    }
    // end

    // begin
    /// <summary>The same with a fault: a word that occurs twice counts once.</summary>
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
