namespace MaxPoolConvNet.Tests;

public class ExplanationTextTests
{
    [Fact]
    public void ToString_ShowsTheLabelTheTextAndTheWindows() => Assert.Equal(
        """
        positive: probability 0.821
        logit +1.523 = bias 0.000, windows +1.523; 2 of 4 words known

        xyzzy good, bad

           +1.523  "good"  (width 1, 1 filter, weak)
        """.ReplaceLineEndings(),
        SmallClassifier.ByHand.Explain("xyzzy good, bad").ToString());

    [Fact]
    public void ToString_OfAnEmptyText_ShowsThePadding() =>
        Assert.EndsWith("    0.000  padding  (width 1, 1 filter, weak)", SmallClassifier.ByHand.Explain("").ToString(), StringComparison.Ordinal);

    [Fact]
    public void ToString_OfManyWindows_ShowsTenAndTheSumOfTheOthers()
    {
        Explanation explanation = RandomClassifier.Of("softmax").Explain(RandomClassifier.Texts[^1]);
        string[] lines = explanation.ToString().Split(Environment.NewLine);

        Assert.True(explanation.Windows.Length > 11);
        Assert.EndsWith($"{SafeText.Signed(explanation.Windows.Skip(10).Sum(window => window.Contribution))}  {explanation.Windows.Length - 10} more", lines[^1], StringComparison.Ordinal);
        Assert.Equal(5 + 10 + 1, lines.Length);
    }

    [Fact]
    public void ToTerminal_ShadesWordsForAndAgainst()
    {
        Assert.Contains("\e[38;5;16;48;5;46mgood\e[0m", SmallClassifier.ByHand.Explain("good").ToTerminal(), StringComparison.Ordinal);
        Assert.Contains("\e[38;5;16;48;5;196mgood\e[0m", SmallClassifier.ByHand.Explain("good", "negative").ToTerminal(), StringComparison.Ordinal);
        Assert.Contains("\e[2m    0.000  padding  (width 1, 1 filter, weak)\e[0m", SmallClassifier.ByHand.Explain("").ToTerminal(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 46)]
    [InlineData(0.5, 157)]
    [InlineData(0.15, 194)]
    [InlineData(-0.6, 210)]
    [InlineData(-1, 196)]
    public void TerminalStyle_ShadesInFiveSteps(double share, int colour) =>
        Assert.Contains(FormattableString.Invariant($";{colour}m"), TerminalStyle.Instance.Shaded("x", share), StringComparison.Ordinal);

    [Fact]
    public void TerminalStyle_LeavesWhatHardlyContributesAsItIs() => Assert.Equal("x", TerminalStyle.Instance.Shaded("x", 0.09));

    [Theory]
    [MemberData(nameof(Forms))]
    public void ToTerminal_HasNoControlCharactersButItsOwn(string form)
    {
        TextClassifier classifier = RandomClassifier.Of(form);
        foreach (string text in RandomClassifier.Texts)
        {
            string shown = classifier.Explain(text).ToTerminal();
            string plain = System.Text.RegularExpressions.Regex.Replace(shown, "\e\\[(38;5;16;48;5;[0-9]{2,3}|0|2)m", "");

            Assert.DoesNotContain(plain.ReplaceLineEndings(" ").Replace('\t', ' '), char.IsControl);
            Assert.Equal(classifier.Explain(text).ToString(), plain);
        }
    }

    public static TheoryData<string> Forms { get; } = [.. RandomClassifier.Forms];
}
