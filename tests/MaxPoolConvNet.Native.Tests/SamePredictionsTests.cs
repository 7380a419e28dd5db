using System.Text.Json;
using MaxPoolConvNet.Tests;
using MaxPoolConvNet.Tests.Text;

namespace MaxPoolConvNet.Native.Tests;

/// <summary>The native library and the managed one give the same, to the bit.</summary>
public sealed class SamePredictionsTests
{
    private static readonly string[] _numbers = ["probability", "logit", "bias", "paddingContribution"];

    [Theory]
    [MemberData(nameof(Classifiers.Names), MemberType = typeof(Classifiers))]
    public void Labels_AreTheSame(string name)
    {
        TextClassifier classifier = Classifiers.Load(name);
        using var model = new NativeModel(Classifiers.File(name));

        Assert.Equal(classifier.Labels, model.Labels);
        Assert.Equal(classifier.IsMultiLabel, model.IsMultiLabel);
    }

    [Theory]
    [MemberData(nameof(Classifiers.Names), MemberType = typeof(Classifiers))]
    public void Predict_IsTheSame(string name)
    {
        TextClassifier classifier = Classifiers.Load(name);
        using var model = new NativeModel(Classifiers.File(name));

        Assert.All(Classifiers.Texts, text => Assert.Equal(NativePrediction.Of(classifier, classifier.Predict(text)), model.Predict(text)));
        Assert.True(Classifiers.Texts.Select(text => model.Predict(text).Probability).Distinct().Count() > 100);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void PredictMany_IsTheSame(int threads)
    {
        TextClassifier classifier = Classifiers.Load("two labels");
        using var model = new NativeModel(Classifiers.File("two labels"));

        Assert.Equal(
            Classifiers.Texts.Select(text => NativePrediction.Of(classifier, classifier.Predict(text))), model.PredictMany(Classifiers.Texts, threads));
    }

    [Theory]
    [MemberData(nameof(Classifiers.Names), MemberType = typeof(Classifiers))]
    public void Score_IsTheSame(string name)
    {
        TextClassifier classifier = Classifiers.Load(name);
        using var model = new NativeModel(Classifiers.File(name));

        Assert.All(Classifiers.Texts, text => Assert.Equal(classifier.Score(text).Select(label => label.Probability), model.Score(text)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100)]
    public void Top_IsTheSame(int count)
    {
        TextClassifier classifier = Classifiers.Load("five labels, sub-words");
        using var model = new NativeModel(Classifiers.File("five labels, sub-words"));

        Assert.All(Classifiers.Texts, text => Assert.Equal(Numbered(classifier, classifier.Score(text).Top(count)), model.Top(text, count)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(1)]
    public void Above_IsTheSame(double threshold)
    {
        TextClassifier classifier = Classifiers.Load("several labels");
        using var model = new NativeModel(Classifiers.File("several labels"));

        Assert.All(Classifiers.Texts, text => Assert.Equal(Numbered(classifier, classifier.Score(text).Above(threshold)), model.Above(text, threshold)));
    }

    [Theory]
    [InlineData("promises")]
    [InlineData("promises for several labels")]
    public void Accept_IsTheSame(string name)
    {
        TextClassifier classifier = Classifiers.Load(name);
        ErrorThreshold threshold = classifier.AcceptAt(0.05)!;
        using var model = new NativeModel(Classifiers.File(name));

        int[] counts = [.. Classifiers.Texts.Select(text => model.Accept(text, 0.05).Length)];

        Assert.All(Classifiers.Texts, text =>
        {
            LabelScores scores = classifier.Score(text);
            IEnumerable<LabelProbability> accepted = scores.Top(classifier.IsMultiLabel ? scores.Count : 1).Where(threshold.Accepts);
            Assert.Equal(Numbered(classifier, accepted), model.Accept(text, 0.05));
        });
        Assert.Contains(0, counts);
        Assert.Contains(counts, count => count > 0);
    }

    [Theory]
    [InlineData("two labels", -1)]
    [InlineData("five labels, sub-words", 3)]
    [InlineData("several labels", 0)]
    public void Explain_IsTheSame(string name, int label)
    {
        TextClassifier classifier = Classifiers.Load(name);
        using var model = new NativeModel(Classifiers.File(name));

        foreach (string text in Classifiers.Texts.Where((_, number) => number % 50 == 0 || number >= ManyScripts.Texts.Count))
        {
            Explanation expected = label < 0 ? classifier.Explain(text) : classifier.Explain(text, classifier.Labels[label]);
            AssertSame(expected, JsonDocument.Parse(model.Explain(text, label)).RootElement);
        }
    }

    [Fact]
    public void AFileLoadsByItsPath()
    {
        using TemporaryFile file = new("mödel 漢字.safetensors", Classifiers.File("two labels"));
        using var model = new NativeModel(file.Path);

        Assert.Equal(Classifiers.Load("two labels").Labels, model.Labels);
    }

    private static (int Label, double Probability)[] Numbered(TextClassifier classifier, IEnumerable<LabelProbability> labels) =>
        [.. labels.Select(label => (classifier.Labels.IndexOf(label.Label), label.Probability))];

    private static void AssertSame(Explanation expected, JsonElement json)
    {
        Assert.Equal((expected.Label, expected.Text), (json.GetProperty("label").GetString(), json.GetProperty("text").GetString()));
        Assert.Equal(
            [expected.Probability, expected.Logit, expected.Bias, expected.PaddingContribution],
            _numbers.Select(name => json.GetProperty(name).GetDouble()));
        Assert.Equal(
            expected.Words.Select(word => (word.Start, word.Length, (string?)word.Text, word.Contribution)),
            json.GetProperty("words").EnumerateArray().Select(word => (
                word.GetProperty("start").GetInt32(), word.GetProperty("length").GetInt32(),
                word.GetProperty("text").GetString(), word.GetProperty("contribution").GetDouble())));
        Assert.Equal(
            expected.Windows.Select(window => (window.Start, window.Length, (string?)window.Text, window.Width, window.FilterCount, window.Contribution)),
            json.GetProperty("windows").EnumerateArray().Select(window => (
                window.GetProperty("start").GetInt32(), window.GetProperty("length").GetInt32(), window.GetProperty("text").GetString(),
                window.GetProperty("width").GetInt32(), window.GetProperty("filters").GetInt32(), window.GetProperty("contribution").GetDouble())));
    }
}
