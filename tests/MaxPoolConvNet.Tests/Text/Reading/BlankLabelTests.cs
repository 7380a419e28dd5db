using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

/// <summary>A label without a character, wherever labeled texts are taken in.</summary>
public class BlankLabelTests
{
    private const string Rest = "expected at least one character that isn't white space (Parameter 'texts')";

    public static TheoryData<string> Calls { get; } = ["train", "evaluate", "hold out", "folds", "cross-validate"];

    [Theory]
    [MemberData(nameof(Calls))]
    public void ABlankLabel_IsAnErrorThatSaysWhichTextHasIt(string call)
    {
        LabeledText[] texts = ToyTexts.Separable(20);
        for (int at = 0; at < texts.Length; at++)
        {
            LabeledText[] broken = [.. texts];
            broken[at] = broken[at] with { Label = "" };

            Assert.Equal($"text {at + 1} of 20 has the label \"\", {Rest}", Error(call, broken));
        }
    }

    [Fact]
    public void WhiteSpace_IsShownAsItIs()
    {
        Assert.Equal($"text 1 of 1 has the label \" \t\", {Rest}", Error("folds", [new(" \t", "x")]));
        Assert.Equal($"text 2 of 2 has the label \"\u00A0\", {Rest}", Error("folds", [new("a", "x"), new(["b", "\u00A0"], "y")]));
    }

    private static string Error(string call, LabeledText[] texts) =>
        Assert.Throws<ArgumentException>(nameof(texts), () => Take(call, texts)).Message;

    private static void Take(string call, LabeledText[] texts)
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        _ = call switch
        {
            "train" => TextClassifier.Train(texts, TrainingCalls.Small, cancellationToken: token),
            "evaluate" => SmallClassifier.ByHand.Evaluate(texts),
            "hold out" => StratifiedSplit.HoldOut(texts, 0.2, seed: 1),
            "folds" => StratifiedSplit.Folds(texts, 2, seed: 1),
            _ => (object)CrossValidation.Run(texts, 2, TrainingCalls.Small, null, token),
        };
    }
}
