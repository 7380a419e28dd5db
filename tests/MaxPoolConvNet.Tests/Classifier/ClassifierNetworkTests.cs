using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests;

public class ClassifierNetworkTests
{
    private static readonly TextClassifier _classifier = SmallClassifier.Trained;

    public static TheoryData<string> Texts { get; } = [.. SmallClassifier.Texts];

    [Theory]
    [MemberData(nameof(Texts))]
    public void TheNetworkInDoubleGivesTheSameLogit(string text)
    {
        double logit = _classifier.ToConvNet().Forward(Input(text)).Logits[0];
        Explanation explanation = _classifier.Explain(text);

        Assert.Equal(logit, explanation.Label == _classifier.Labels[1] ? explanation.Logit : -explanation.Logit, 1e-5);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void AClassifierMadeOfTheNetworkPredictsTheSame(string text)
    {
        var again = new TextClassifier(_classifier.ToConvNet(), _classifier.Vocabulary, _classifier.Tokenizer, _classifier.Labels);

        (Prediction one, Prediction other) = (_classifier.Predict(text), again.Predict(text));
        Assert.Equal((one.Label, one.Probability, one.KnownWordCount), (other.Label, other.Probability, other.KnownWordCount));
    }

    [Fact]
    public void TheGradientsOfWhatWasTrainedCanBeChecked()
    {
        GradientReport report = GradientCalls.Check(_classifier.ToConvNet(), Input("the film we saw was not good"), Target.OfClass(1));

        Assert.True(report.HasPassed, report.ToString());
    }

    [Fact]
    public void ChangingTheNetworkGivenOutChangesNoPrediction()
    {
        Prediction before = _classifier.Predict("a superb film");
        Parameter bias = _classifier.ToConvNet().Parameters.Single(parameter => parameter.Name == "outputBias");
        bias[0, 0] = 1000;

        Assert.Equal(before, _classifier.Predict("a superb film"));
    }

    [Fact]
    public void ChangingTheNetworkItWasMadeOfChangesNoPrediction()
    {
        ConvNet network = _classifier.ToConvNet();
        var again = new TextClassifier(network, _classifier.Vocabulary, _classifier.Tokenizer, _classifier.Labels);
        network.Parameters.Single(parameter => parameter.Name == "outputBias")[0, 0] = 1000;

        Assert.Equal(_classifier.Predict("a dreadful film").Probability, again.Predict("a dreadful film").Probability);
    }

    private static TextInput Input(string text)
    {
        var tokens = new TokenBuffer();
        _classifier.Tokenizer.Tokenize(text, tokens);
        return TextInput.FromWordIds([.. Enumerable.Range(0, tokens.Count).Select(at => _classifier.Vocabulary.GetId(tokens.Word(at))).Where(id => id >= 0)]);
    }
}
