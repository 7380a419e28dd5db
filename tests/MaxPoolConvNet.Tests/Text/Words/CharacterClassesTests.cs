using System.Text;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

public class CharacterClassesTests
{
    /// <summary>The first and last letters of the blocks of Han, hiragana and katakana.</summary>
    [Theory]
    [InlineData(0x3005)]
    [InlineData(0x3006)]
    [InlineData(0x3007)]
    [InlineData(0x3021)]
    [InlineData(0x30FF)]
    [InlineData(0x31F0)]
    [InlineData(0x31FF)]
    [InlineData(0x3400)]
    [InlineData(0x4DBF)]
    [InlineData(0x4E00)]
    [InlineData(0x9FFF)]
    [InlineData(0xF900)]
    [InlineData(0xFAD9)]
    [InlineData(0xFF66)]
    [InlineData(0xFF9F)]
    [InlineData(0x1AFF0)]
    [InlineData(0x1B122)]
    [InlineData(0x20000)]
    [InlineData(0x3134A)]
    public void LettersOfHanAndKana_AreIdeographs(int letter) => AssertClass(CharacterClass.Ideograph, letter);

    /// <summary>The letters next to those blocks.</summary>
    [Theory]
    [InlineData('a')]
    [InlineData('7')]
    [InlineData(0x3105)]
    [InlineData(0x31BF)]
    [InlineData(0xA000)]
    [InlineData(0xFB00)]
    [InlineData(0xFFA1)]
    [InlineData(0x1B170)]
    [InlineData(0x16FE0)]
    public void OtherLettersAndNumbers_AreOfWords(int letter) => AssertClass(CharacterClass.Word, letter);

    [Fact]
    public void APairOfCodeUnits_IsOneCharacter_AndHalfOfOneIsAlone()
    {
        Assert.Equal(CharacterClass.Ideograph, CharacterClasses.At("x\U00020000", 1, out int length));
        Assert.Equal(2, length);
        Assert.Equal(CharacterClass.LoneSurrogate, CharacterClasses.At("x\uD840", 1, out length));
        Assert.Equal(1, length);
    }

    private static void AssertClass(CharacterClass expected, int letter) =>
        Assert.Equal(expected, CharacterClasses.At(new Rune(letter).ToString(), 0, out _));
}
