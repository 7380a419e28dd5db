using MaxPoolConvNet.Tool.Report;

namespace MaxPoolConvNet.Tool.Tests;

public class PageTextTests
{
    [Theory]
    [InlineData("<plain> & \"text\"\t\n", "<plain> & \"text\"\t\n")]
    [InlineData("a\0b\u001Bc\u0085d", "a\uFFFDb\uFFFDc\uFFFDd")]
    [InlineData("\uFFFE\uFFFF", "\uFFFD\uFFFD")]
    public void WhatXmlHasnt_IsReplaced(string text, string expected) => Assert.Equal(expected, PageText.Of(text));

    [Fact]
    public void LoneSurrogates_AreReplaced() => Assert.Equal("a\uFFFD😀", PageText.Of(new string(['a', '\uD83D', '\uD83D', '\uDE00'])));

    [Fact]
    public void TheBegin_EndsBetweenCharacters() => Assert.Equal("ab…", PageText.Begin("ab😀", 3));
}
