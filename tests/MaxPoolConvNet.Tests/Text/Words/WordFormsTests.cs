using System.Text;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

public class WordFormsTests
{
    private static readonly WordForms _small = new(lowerCase: true);
    private static readonly WordForms _asWritten = new(lowerCase: false);

    [Fact]
    public void Alone_KnowsAllOfAscii()
    {
        for (char character = '\0'; character < 128; character++)
        {
            Assert.Equal(character, _asWritten.Alone(character));
            Assert.Equal(char.ToLowerInvariant(character), _small.Alone(character));
        }
    }

    [Theory]
    [InlineData('é', 'é')]
    [InlineData('É', 'é')]
    [InlineData('ж', 'ж')]
    [InlineData('ｗ', 'w')]
    [InlineData('語', '語')]
    [InlineData('\u0301', '\0')]
    [InlineData('\u00AD', '\0')]
    [InlineData('\uD83D', '\0')]
    [InlineData('\uFFFF', '\uFFFF')]
    public void Alone_IsNulForWhatMayChangeWithItsNeighbours(char character, char expected) => Assert.Equal(expected, _small.Alone(character));

    /// <summary>The ends of what readers don't see or may leave out.</summary>
    [Theory]
    [InlineData(0x34F, 0x34F)]
    [InlineData(0x591, 0x5BD)]
    [InlineData(0x5BF, 0x5BF)]
    [InlineData(0x5C1, 0x5C2)]
    [InlineData(0x5C4, 0x5C5)]
    [InlineData(0x5C7, 0x5C7)]
    [InlineData(0x610, 0x61A)]
    [InlineData(0x640, 0x640)]
    [InlineData(0x64B, 0x652)]
    [InlineData(0x656, 0x65F)]
    [InlineData(0x670, 0x670)]
    [InlineData(0x6D6, 0x6DC)]
    [InlineData(0x6DF, 0x6E4)]
    [InlineData(0x6E7, 0x6E8)]
    [InlineData(0x6EA, 0x6ED)]
    [InlineData(0x897, 0x89F)]
    [InlineData(0x8CA, 0x8E1)]
    [InlineData(0x8E3, 0x8FF)]
    [InlineData(0x17B4, 0x17B5)]
    [InlineData(0x180B, 0x180D)]
    [InlineData(0x180F, 0x180F)]
    [InlineData(0xFE00, 0xFE0F)]
    [InlineData(0xE0100, 0xE01EF)]
    public void WhatReadersDontSee_IsLeftOut_AndItsNeighboursStay(int first, int last)
    {
        Assert.All(Enumerable.Range(first, last - first + 1), character => Assert.Equal("b", Form("b" + new Rune(character))));
        Assert.All((int[])[first - 1, last + 1], character => Assert.NotEqual("b", Form("b" + new Rune(character))));
    }

    [Fact]
    public void FormatCharacters_StayWhereTheyJoin()
    {
        Assert.Equal("ab", Form("a\u00AD\u200Db", keepsFormat: false));
        Assert.Equal("a\u00AD\u200Db", Form("a\u00AD\u200Db", keepsFormat: true));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(500)]
    public void MarksOfAnyNumber_AreComposed(int letters)
    {
        string decomposed = string.Concat(Enumerable.Repeat("E\u0301", letters));

        Assert.Equal(new string('é', letters), Form(decomposed));
    }

    [Fact]
    public void ManyMarksOfOneLetter_AreSorted() => Assert.Equal(
        "\u1E05" + new string('\u0323', 69) + new string('\u0301', 70),
        Form("b" + string.Concat(Enumerable.Repeat("\u0301\u0323", 70))));

    private static string Form(string token, bool keepsFormat = true)
    {
        char[] word = new char[WordForms.MostGrowth * token.Length];
        return new string(word, 0, _small.Write(token, keepsFormat, word));
    }
}
