namespace MaxPoolConvNet.Tests;

public class SafeTextTests
{
    [Theory]
    [InlineData("a<b>\"c\"'&", "a&lt;b&gt;&quot;c&quot;&#39;&amp;")]
    [InlineData("\0\u0007\u001B\u007F\u0085\u009B", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD")]
    [InlineData("\uFFFE\uFFFF", "\uFFFD\uFFFD")]
    [InlineData("🎬\t\r\n👩‍👧 שלום\u200F", "🎬\t\r\n👩‍👧 שלום\u200F")]
    public void ForMarkup_EscapesAndReplaces(string text, string expected) => Assert.Equal(expected, SafeText.ForMarkup(text));

    [Theory]
    [InlineData("\u001B[2J\u009B31m\b\u007F\0", "\uFFFD[2J\uFFFD31m\uFFFD\uFFFD\uFFFD")]
    [InlineData("a\r\nb\rc\td\u2028e", "a\nb\nc\td\ne")]
    [InlineData("\u202Egnp.exe\u2066", "\uFFFDgnp.exe\uFFFD")]
    [InlineData("🎬 👩‍👧 שלום <b>", "🎬 👩‍👧 שלום <b>")]
    public void ForTerminal_ReplacesWhatCommandsIt(string text, string expected) => Assert.Equal(expected, SafeText.ForTerminal(text));

    [Fact]
    public void LoneSurrogates_AreReplaced()
    {
        // attributes can't hold them
        const string text = "\uD800a\uDC00🎬\uD83D";

        Assert.Equal("\uFFFDa\uFFFD🎬\uFFFD", SafeText.ForMarkup(text));
        Assert.Equal("\uFFFDa\uFFFD🎬\uFFFD", SafeText.ForTerminal(text));
    }

    [Fact]
    public void ForTerminal_OnOneLine_IsShortened()
    {
        Assert.Equal("a b c", SafeText.ForTerminal("a\nb\tc", 5));
        Assert.Equal("abcd…", SafeText.ForTerminal("abcdef", 5));
        Assert.Equal("abc\uFFFD…", SafeText.ForTerminal("abc🎬def", 5));
    }

    [Theory]
    [InlineData(0, "0.000")]
    [InlineData(1.23456, "+1.235")]
    [InlineData(-1.23456, "-1.235")]
    [InlineData(-0.0001, "0.000")]
    public void Signed_HasASign(double number, string expected) => Assert.Equal(expected, SafeText.Signed(number));
}
