using System.Globalization;
using System.Text;
using CsCheck;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

public class CanonicalFormTests
{
    // composed characters since Unicode 16, which the system's ICU may not know
    private static readonly (int First, int Last)[] _new =
        [(0x105C9, 0x105E4), (0x11380, 0x113FF), (0x16100, 0x1613F), (0x16D40, 0x16D7F)];

    private static readonly string[] _pieces =
    [
        .. UnicodeTables.Decompositions.Characters.Where(character => !IsNew(character)).Select(char.ConvertFromUtf32),
        .. Enumerable.Range(0x300, 0x70).Select(char.ConvertFromUtf32), // marks of many classes
        "a", "e", "I", "\u03B9", "\u0327", "\u0323", "\u0345", "\u05B0", "\u05BC", "\u0653", "\u093C", "\u09BE", "\u0F71", "\u0F74", "\u3099", "\u309A",
        "\u1100", "\u1112", "\u1161", "\u1175", "\u11A7", "\u11A8", "\u11C2", "\uAC00", "\uAC01", "\uD7A3", "\U0001D165",
    ];

    private static readonly Gen<string> _texts = Gen.Int[0, _pieces.Length - 1].Select(piece => _pieces[piece]).Array[0, 12].Select(string.Concat);

    [Fact]
    [Trait("Category", "Slow")]
    public void EveryCharacter_HasTheFormThatTheSystemGivesIt()
    {
        SkipWithoutIcu();

        // many at once, since each call of the system takes a while: a hyphen joins with nothing, so that each character has its own form
        foreach (int[] block in Enumerable.Range(0, 0x110000).Where(IsKnown).Chunk(512))
        {
            string text = string.Join('-', block.Select(char.ConvertFromUtf32));
            if (HasFormsOfSystem(text)) continue;
            string wrong = block.Select(char.ConvertFromUtf32).First(one => !HasFormsOfSystem(one));
            Assert.Fail($"U+{char.ConvertToUtf32(wrong, 0):X4}: {Shown(Composed(wrong))}, decomposed {Shown(Decomposed(wrong))}");
        }
    }

    [Fact]
    public void Texts_HaveTheFormThatTheSystemGivesThem()
    {
        SkipWithoutIcu();
        _texts.Sample(text => Assert.Equal(Shown(text.Normalize(NormalizationForm.FormC)), Shown(Composed(text))), iter: 5_000);
    }

    [Fact]
    public void ComposedForms_StayAsTheyAre_AndDecomposedOnesBecomeThem() =>
        _texts.Sample(text =>
        {
            Assert.Equal(Shown(Composed(text)), Shown(Composed(Composed(text))));
            Assert.Equal(Shown(Composed(text)), Shown(Composed(Decomposed(text))));
        });

    [Theory]
    [InlineData("e\u0301", "\u00E9")]
    [InlineData("\u212B", "\u00C5")] // the angstrom sign
    [InlineData("a\u0323\u0302", "\u1EAD")]
    [InlineData("a\u0302\u0323", "\u1EAD")] // marks of other classes, in the other order
    [InlineData("a\u0301\u0302", "\u00E1\u0302")] // marks of one class stay in theirs
    [InlineData("\u1112\u1161\u11AB", "\uD55C")]
    [InlineData("\u0958", "\u0915\u093C")] // isn't composed again
    [InlineData("\uF900", "\u8C48")]
    [InlineData("a\u033D\u0301", "a\u033D\u0301")] // a mark of the same class keeps them apart
    [InlineData("\u1112\u1175\u11C2", "\uD7A3")] // the last syllable
    [InlineData("\u1100\u1161", "\uAC00")] // the first one
    [InlineData("\u1113\u1161", "\u1113\u1161")] // what is beside the jamo of syllables
    [InlineData("\u1112\u1176", "\u1112\u1176")]
    [InlineData("\uAC00\u11A7", "\uAC00\u11A7")]
    [InlineData("\uAC00\u11C3", "\uAC00\u11C3")]
    [InlineData("\uD7A4\u11A8", "\uD7A4\u11A8")]
    [InlineData("\uAC01\u11A8", "\uAC01\u11A8")]
    public void Composed_IsTheFormOfTheStandard(string text, string form) => Assert.Equal(Shown(form), Shown(Composed(text)));

    [Theory]
    [InlineData("\uAC00", "\u1100\u1161")]
    [InlineData("\uD7A3", "\u1112\u1175\u11C2")]
    [InlineData("\uD7A4", "\uD7A4")]
    [InlineData("\uABFF", "\uABFF")]
    public void Decomposed_SyllablesBecomeJamo(string text, string form) => Assert.Equal(Shown(form), Shown(Decomposed(text)));

    [Fact]
    public void IsComposedWithPrevious_OfTheLastPartsOfComposedCharacters()
    {
        HashSet<int> lasts = [.. Enumerable.Range(0x1161, 21), .. Enumerable.Range(0x11A8, 27)];
        foreach (int character in UnicodeTables.Decompositions.Characters)
        {
            UnicodeTables.Decompositions.TryDecompose(character, out int first, out int last);
            if (last > 0 && UnicodeTables.Decompositions.Compose(first, last) == character) lasts.Add(last);
        }

        Assert.Equal(lasts.Order(), Enumerable.Range(0, 0x110000).Where(CanonicalForm.IsComposedWithPrevious));
    }

    [Fact]
    public void Tables_AreOfUnicode17() => Assert.Equal(2_081, UnicodeTables.Decompositions.Characters.Count);

    [Fact]
    public void Decompositions_NeverHaveMorePartsThanThereIsRoomFor() =>
        Assert.Equal(CanonicalForm.MostParts, UnicodeTables.Decompositions.Characters.Max(character => Decomposed(char.ConvertFromUtf32(character)).EnumerateRunes().Count()));

    internal static string Decomposed(string text) => Form(text, _ => _.Length);

    private static string Composed(string text) => Form(text, CanonicalForm.Compose);

    private static string Form(string text, Func<Span<int>, int> last)
    {
        int[] characters = new int[CanonicalForm.MostParts * text.Length];
        int count = 0;
        foreach (Rune rune in text.EnumerateRunes())
            count += CanonicalForm.Decompose(rune.Value, characters.AsSpan(count));
        CanonicalForm.Sort(characters.AsSpan(0, count), new ulong[count]);
        return string.Concat(characters.Take(last(characters.AsSpan(0, count))).Select(char.ConvertFromUtf32));
    }

    private static bool HasFormsOfSystem(string text) =>
        text.Normalize(NormalizationForm.FormC) == Composed(text) && text.Normalize(NormalizationForm.FormD) == Decomposed(text);

    /// <summary>Not halves of pairs and what is no character, which the system refuses, nor what it may not know.</summary>
    private static bool IsKnown(int character) =>
        !(character is (>= 0xD800 and <= 0xDFFF) or (>= 0xFDD0 and <= 0xFDEF) || (character & 0xFFFE) == 0xFFFE || IsNew(character));

    private static bool IsNew(int character) => _new.Any(range => character >= range.First && character <= range.Last);

    private static string Shown(string text) => string.Join(' ', text.EnumerateRunes().Select(rune => rune.Value.ToString("X4", CultureInfo.InvariantCulture)));

    private static void SkipWithoutIcu() =>
        Assert.SkipWhen("e\u0301".Normalize(NormalizationForm.FormC).Length == 2, "the system normalizes nothing in the invariant mode of globalization");
}
