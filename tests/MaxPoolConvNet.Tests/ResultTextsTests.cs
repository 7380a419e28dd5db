using System.Globalization;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

/// <summary>What results say of themselves, in a log or a debugger; the same in every culture.</summary>
public sealed class ResultTextsTests : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentCulture;

    public ResultTextsTests() =>
        CultureInfo.CurrentCulture = new CultureInfo("de-DE") { NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "−" } };

    public void Dispose() => CultureInfo.CurrentCulture = _before;

    [Fact]
    public void Evaluation()
    {
        EvaluationReport report = Tallied.Counts(new[,] { { 2, 2 }, { 1, 3 } });

        AssertText("a: precision 0.6667, recall 0.5000, F1 0.5714, support 4", report["a"]);
        AssertText("precision 0.6250, recall 0.6250, F1 0.6250", report.MicroAverage);
        AssertText("0.9333 to 1.0000: count 2, mean probability 0.9600, accuracy 0.5000", new CalibrationBin(14.0 / 15, 1, 2, 0.96, 0.5));
        AssertText("0.0000 to 0.0667: empty", new CalibrationBin(0, 1.0 / 15, 0, null, null));
        AssertText("from 0.9000: coverage 0.2500, error rate 0.0500", new RiskCoveragePoint(0.9, 0.25, 0.05));
        AssertText("at most 0.5 % wrong: accepted 40, coverage 0.4000, wrong 2, error rate 0.0500", new PromiseReport(0.005, 100, 40, 2));
        AssertText("at most 5 % wrong: accepted 0, coverage 0.0000, wrong 0", new PromiseReport(0.05, 100, 0, 0));
        AssertText("test text 3, training text 7: similarity 0.9310", new NearDuplicate(3, 7, 27.0 / 29, isExact: false));
        AssertText("test text 3, training text 7: similarity 1.0000, the same words", new NearDuplicate(3, 7, 1, isExact: true));
    }

    [Fact]
    public void Training()
    {
        var progress = new TrainingProgress { Epoch = 2, EpochCount = 5, DoneTextCount = 30, TextCount = 40, Loss = 0.5, Accuracy = 0.75 };

        AssertText("epoch 2 of 5: 30 of 40 texts, loss 0.5000, accuracy 0.7500", progress);
        AssertText("fold 3 of 10, epoch 2 of 5: 30 of 40 texts, loss 0.5000, accuracy 0.7500", new FoldProgress(3, 10, progress));
        AssertText("epoch 4: loss 0.2500, accuracy 0.9000", new EpochReport(4, 0.25, 0.9, null, null));
        AssertText("epoch 4: loss 0.2500, accuracy 0.9000, held-out loss 0.5000, held-out accuracy 0.8000", new EpochReport(4, 0.25, 0.9, 0.5, 0.8));
        AssertText("3 of 4 words have a vector", new WordVectorCoverage(3, 0, 4));
        AssertText(
            "accuracy 0.6250 of 8 texts, trained in 1.50 s",
            new FoldReport(Tallied.Counts(new[,] { { 2, 2 }, { 1, 3 } }), TimeSpan.FromSeconds(1.5), 100, new TrainingOptions()));
    }

    [Fact]
    public void Acceptance()
    {
        AssertText("at most 5 % wrong: probability from 0.7000, expected coverage 0.2500 of 1000 decisions", Promised.One.AcceptAt(0.05)!);
        AssertText("at most 10 % wrong: 2 labels, expected coverage 0.3000 of 200 decisions", Promised.Several.AcceptAt(0.1)!);
        AssertText(string.Join(Environment.NewLine, Promised.One.Acceptance!.Thresholds), Promised.One.Acceptance);
        AssertText("no error rate can be promised from 12 decisions", Promised.With(SmallClassifier.ByHand, new ErrorPromises([], 12)).Acceptance!);
    }

    [Fact]
    public void ModelFiles() => AssertText("U3 (F32, 40 × 100)", new ModelTensor("U3", "F32", [40, 100]));

    [Fact]
    public void Explanations_ReplaceControlCharacters()
    {
        AssertText("bad -1.250", new ExplainedWord(4, 3, "bad", -1.25));
        AssertText("b\uFFFDd +1.250", new ExplainedWord(4, 3, "b\u001Bd", 1.25));
        AssertText("not b\uFFFDd 0.5000", new FilterNgram("not b\u001Bd", 0.5));
        AssertText("not b\uFFFDd +2.000", new LabelNgram("not b\u001Bd", 2, 2, 9));
        ExplainedWindow window = SmallClassifier.ByHand.Explain("good").Windows[0];
        AssertText($"good {window.Contribution.ToString("+0.000;-0.000", CultureInfo.InvariantCulture)}", window);
    }

    private static void AssertText(string expected, object result) => Assert.Equal(expected, result.ToString());
}
