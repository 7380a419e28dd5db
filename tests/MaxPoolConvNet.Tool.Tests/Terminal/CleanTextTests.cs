namespace MaxPoolConvNet.Tool.Tests;

public class CleanTextTests
{
    [Theory]
    [InlineData("<plain> & \"text\"\t\n", "<plain> & \"text\"\t\n")]
    [InlineData("a\0b\u001Bc\u0085d", "a\uFFFDb\uFFFDc\uFFFDd")]
    [InlineData("\uFFFE\uFFFF", "\uFFFD\uFFFD")]
    [InlineData("a\r\nb\rc\n", "a\nb\nc\n")]
    [InlineData("from right \u202Eto left", "from right \u202Eto left")]
    public void OnAPage_WhatXmlDoesntAllow_IsReplaced(string text, string expected) => Assert.Equal(expected, CleanText.ForPage(text));

    [Theory]
    [InlineData("<plain> & \"text\"\t\n", "<plain> & \"text\"\t\n")]
    [InlineData("a\0b\u001B[31mc", "a\uFFFDb\uFFFD[31mc")]
    [InlineData("a\r\nb\rc\n", "a\nb\nc\n")]
    [InlineData("from right \u202Eto left\u2066 or \u2069", "from right \uFFFDto left\uFFFD or \uFFFD")]
    public void InATerminal_WhatCommandsItOrTurnsItsDirection_IsReplaced(string text, string expected) =>
        Assert.Equal(expected, CleanText.ForTerminal(text));

    [Fact]
    public void LoneSurrogates_AreReplaced()
    {
        string text = new(['a', '\uD83D', '\uD83D', '\uDE00']);

        Assert.Equal(("a\uFFFD😀", "a\uFFFD😀"), (CleanText.ForPage(text), CleanText.ForTerminal(text)));
    }

    [Fact]
    public void TheBeginning_EndsBetweenCharacters() => Assert.Equal("ab…", CleanText.Beginning("ab😀", 3));
}
