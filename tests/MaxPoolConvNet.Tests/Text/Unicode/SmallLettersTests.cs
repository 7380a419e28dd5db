using System.Text;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

public class SmallLettersTests
{
    [Fact]
    public void SmallLetters_AreThoseOfTheSystem_ButForThoseThatItDoesNotKnowYet()
    {
        for (int character = 0; character <= 0x10FFFF; character++)
        {
            if (character is >= 0xD800 and <= 0xDFFF) continue;
            int small = UnicodeTables.SmallLetters.Of(character);
            int system = Rune.ToLowerInvariant(new Rune(character)).Value;
            bool isNew = system == character && character is (>= 0xA7C0 and <= 0xA7FF) or 0x1C89 or (>= 0x10D50 and <= 0x10D65) or (>= 0x16EA0 and <= 0x16EB8);
            if (small != system && !isNew) Assert.Fail($"U+{character:X4}: U+{small:X4}, to the system U+{system:X4}");
        }
    }

    [Theory]
    [InlineData('A', 'a')]
    [InlineData('\u00C9', '\u00E9')]
    [InlineData('\u0100', '\u0101')]
    [InlineData('\u0101', '\u0101')]
    [InlineData('\u0130', '\u0130')] // decomposes, and then its I has a small letter
    [InlineData('\u1E9E', '\u00DF')]
    [InlineData('\u03A3', '\u03C3')]
    [InlineData('\u0416', '\u0436')]
    [InlineData('\uFF21', '\uFF41')]
    [InlineData('\u4E2D', '\u4E2D')]
    public void SmallLetters_AreOneForOne(int capital, int small) => Assert.Equal(small, UnicodeTables.SmallLetters.Of(capital));

    [Theory]
    [InlineData(0xFF01, '!')]
    [InlineData(0xFF21, 'A')]
    [InlineData(0xFF5E, '~')]
    [InlineData(0xFF76, 0x30AB)]
    [InlineData(0xFF9E, 0x3099)]
    [InlineData(0xFFA1, 0x3131)]
    [InlineData(0xFFDC, 0x3163)]
    [InlineData(0xFFE5, 0xA5)]
    [InlineData(0xFFEE, 0x25CB)]
    [InlineData(0xFFBF, 0xFFBF)] // isn't assigned
    [InlineData(0xFF00, 0xFF00)]
    [InlineData('A', 'A')]
    public void UsualWidths_AreThoseOfFullAndHalfWidthForms(int form, int usual) => Assert.Equal(usual, UnicodeTables.UsualWidths.Of(form));
}
