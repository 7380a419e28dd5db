using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

/// <summary>What is wrong with a labeled text is told with its number.</summary>
public class LabeledTextListTests
{
    private static readonly LabeledText _good = new("a", "x");

    [Fact]
    public void Faults_AreTold()
    {
        AssertFault("text 2 of 2 is null", null!);
        AssertFault("text 2 of 2 has the label \" \", expected at least one character that isn't white space", new LabeledText(" ", "x"));
        AssertFault("text 2 of 2 has no label: it is null", new LabeledText((string)null!, "x"));
        AssertFault("text 2 of 2 has a label that is null", new LabeledText(["a", null!], "x"));
        AssertFault("text 2 of 2 has a label, but its text is null", new LabeledText("a", null!));
    }

    [Fact]
    public void AList_IsTakenAsItIs_AndOthersAreEnumeratedOnce()
    {
        LabeledText[] list = [_good, new LabeledText([], "")];
        int times = 0;
        IEnumerable<LabeledText> Enumerated()
        {
            times++;
            yield return _good;
        }

        Assert.Same(list, LabeledTextList.Of(list, "texts"));
        Assert.Equal([_good], LabeledTextList.Of(Enumerated(), "texts"));
        Assert.Equal(1, times);
    }

    private static void AssertFault(string expected, LabeledText bad) => Assert.StartsWith(
        expected, Assert.Throws<ArgumentException>("texts", () => LabeledTextList.Of([_good, bad], "texts")).Message, StringComparison.Ordinal);
}
