using System.Text.Json;
using MaxPoolConvNet.Evaluation;

namespace MaxPoolConvNet.Tests.Evaluation;

/// <summary>The figures of 50 random reports are scikit-learn's, which cases.py has made.</summary>
public class ScikitLearnTests
{
    private const double Tolerance = 1e-12;

    /// <summary>The library's logits are in single precision.</summary>
    private const double LossTolerance = 1e-6;

    private static readonly JsonElement[] _cases =
        [.. JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Evaluation/ScikitLearn/cases.json"))).RootElement.EnumerateArray()];

    public static TheoryData<int> Numbers { get; } = [.. Enumerable.Range(0, 50)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Figures_AreThoseOfScikitLearn(int number)
    {
        JsonElement figures = _cases[number].GetProperty("figures");
        EvaluationReport report = ReportOf(_cases[number]);

        AssertNear([figures.GetProperty("accuracy").GetDouble()], [report.Accuracy]);
        AssertNear(Doubles(figures, "precision"), report.Classes.Select(one => one.Precision));
        AssertNear(Doubles(figures, "recall"), report.Classes.Select(one => one.Recall));
        AssertNear(Doubles(figures, "f1"), report.Classes.Select(one => one.F1));
        AssertNear(Doubles(figures, "support"), report.Classes.Select(one => (double)one.Support));
        AssertNear(Doubles(figures, "macro"), [report.MacroAverage.Precision, report.MacroAverage.Recall, report.MacroAverage.F1]);
        AssertNear(Doubles(figures, "micro"), [report.MicroAverage.Precision, report.MicroAverage.Recall, report.MicroAverage.F1]);
        Assert.Equal(figures.GetProperty("loss").GetDouble(), report.Loss, LossTolerance);
        JsonElement[] rows = [.. figures.GetProperty("confusion").EnumerateArray()];
        for (int actual = 0; actual < rows.Length; actual++)
            Assert.Equal(rows[actual].EnumerateArray().Select(count => count.GetInt32()), Enumerable.Range(0, rows.Length).Select(predicted => report.Confusion![actual, predicted]));
        if (_cases[number].GetProperty("isLogistic").GetBoolean())
            Assert.Equal(figures.GetProperty("areaUnderRocCurve").GetDouble(), report.AreaUnderRocCurve!.Value, Tolerance);
    }

    /// <summary>A check that can't fail proves nothing: one text with another label changes figures.</summary>
    [Fact]
    public void OneOtherLabel_IsSeen()
    {
        EvaluationReport report = ReportOf(_cases[1], firstLabel: 1);
        Assert.NotEqual(_cases[1].GetProperty("figures").GetProperty("loss").GetDouble(), report.Loss, LossTolerance);
        Assert.NotEqual(Doubles(_cases[1].GetProperty("figures"), "support")[0], report.Classes[0].Support);
    }

    private static EvaluationReport ReportOf(JsonElement one, int? firstLabel = null)
    {
        int[] labels = [.. one.GetProperty("labels").EnumerateArray().Select(label => label.GetInt32())];
        labels[0] = firstLabel ?? labels[0];
        float[][] logits = [.. one.GetProperty("logits").EnumerateArray().Select(row => row.EnumerateArray().Select(logit => logit.GetSingle()).ToArray())];
        return one.GetProperty("isLogistic").GetBoolean()
            ? Tallied.Logistic(labels.Zip(logits, (label, row) => (label, row[1])))
            : Tallied.Softmax(one.GetProperty("classes").GetInt32(), labels.Zip(logits));
    }

    private static double[] Doubles(JsonElement figures, string name) => [.. figures.GetProperty(name).EnumerateArray().Select(number => number.GetDouble())];

    private static void AssertNear(IEnumerable<double> expected, IEnumerable<double> actual) =>
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, Tolerance));
}
