using CsCheck;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

/// <summary>Spellings that are the same word, and those that aren't.</summary>
public class SameWordsTests
{
    [Theory]
    [InlineData("caf\u00E9 CAFE\u0301 cafe\u0301", "caf\u00E9|caf\u00E9|caf\u00E9")]
    [InlineData("ti\u1EBFng tie\u0302\u0301ng", "ti\u1EBFng|ti\u1EBFng")]
    [InlineData("\u1112\u1161\u11AB\u1100\u116E\u11A8 \uD55C\uAD6D", "\uD55C\uAD6D|\uD55C\uAD6D")]
    [InlineData("\u304B\u3099\u304C", "\u304C|\u304C")]
    [InlineData("=\u0338 \u2260", "\u2260|\u2260")]
    [InlineData("\uFA1E", "\u7FBD")] // a compatibility ideograph
    public void ComposedAndDecomposed_AreOneWord(string text, string words) => AssertWords(words, text);

    [Theory]
    [InlineData("\u0130Y\u0130 iyi IYI \u0131y\u0131 i\u0307yi\u0307 I\u0307YI\u0307", "iyi|iyi|iyi|iyi|iyi|iyi")]
    [InlineData("\u0130\u011ERENC\u0327 i\u011Fren\u00E7", "i\u011Fren\u00E7|i\u011Fren\u00E7")]
    [InlineData("i\u0323\u0307 \u1ECB", "\u1ECB|\u1ECB")] // a mark below doesn't part an i and its dot
    [InlineData("i\u0301\u0307 j\u0307", "\u00ED\u0307|j\u0307")] // a dot above another mark, or on another letter, stays
    public void FormsOfI_AreOneLetter(string text, string words) => AssertWords(words, text);

    [Fact]
    public void FormsOfI_KeepTheirCaseWhereAskedTo() =>
        Assert.Equal(
            ["I", "I", "I", "i", "i", "i"],
            Tokenized.Words(new WordTokenizer(new WordTokenizerOptions { LowerCase = false }), "I \u0130 I\u0307 i \u0131 i\u0307"));

    [Theory]
    [InlineData("\u0643\u064E\u062A\u064E\u0628\u064E \u0643\u062A\u0628 \u0643\u0640\u0640\u0640\u062A\u0628", "\u0643\u062A\u0628|\u0643\u062A\u0628|\u0643\u062A\u0628")]
    [InlineData("\u0623 \u0627\u0654", "\u0623|\u0623")] // the hamza isn't left out
    [InlineData("\u0640 \u064E a\u0640", "a")] // nothing is left of them
    [InlineData("\u05E9\u05C1\u05B8\u05DC\u05D5\u05B9\u05DD \u05E9\u05DC\u05D5\u05DD", "\u05E9\u05DC\u05D5\u05DD|\u05E9\u05DC\u05D5\u05DD")]
    public void VowelSignsAndTatweel_MakeNoOtherWords(string text, string words) => AssertWords(words, text);

    [Theory]
    [InlineData("co\u00ADoperate coop\u200Derate", "cooperate|cooperate")]
    [InlineData("\u0645\u06CC\u200C\u0631\u0648\u0645 \u0645\u06CC\u0631\u0648\u0645", "\u0645\u06CC\u0631\u0648\u0645|\u0645\u06CC\u0631\u0648\u0645")]
    [InlineData("\u845B\U000E0100 \u845B", "\u845B|\u845B")]
    [InlineData("a\u034Fb \u2764\uFE0F\u2764", "ab|\u2764|\u2764")]
    public void WhatReadersDoNotSee_MakesNoOtherWords(string text, string words) => AssertWords(words, text);

    [Theory]
    [InlineData("\uFF27\uFF4F\uFF4F\uFF44\u3000good \uFF12\uFF10\uFF12\uFF16", "good|good|2026")]
    [InlineData("\uFF76\uFF9E\u30AC \uFF8A\uFF9F\u30D1", "\u30AC|\u30AC|\u30D1|\u30D1")]
    [InlineData("\uFF01\uFF01 !! \uFF01!", "!!|!!|!!")]
    [InlineData("don\uFF07t don\u02BCt don\u2019t", "don't|don't|don't")]
    [InlineData("\uFFA1\u3131", "\u3131\u3131")]
    public void Widths_MakeNoOtherWords(string text, string words) => AssertWords(words, text);

    [Theory]
    [InlineData("\u039F\u0394\u039F\u03A3 \u03BF\u03B4\u03CC\u03C2", "\u03BF\u03B4\u03BF\u03C2|\u03BF\u03B4\u03CC\u03C2")] // a final sigma
    [InlineData("\u03A3 \u03A3\u0391\u03A3", "\u03C3|\u03C3\u03B1\u03C2")]
    [InlineData("STRASSE STRA\u1E9EE stra\u00DFe", "strasse|stra\u00DFe|stra\u00DFe")]
    [InlineData("\u212A\u2126", "k\u03C9")]
    [InlineData("\U00010400", "\U00010428")]
    public void Case_MakesNoOtherWords(string text, string words) => AssertWords(words, text);

    [Theory]
    [InlineData("\u0E14\u0E35\u0E21\u0E32\u0E01", "\u0E14\u0E35|\u0E21\u0E32|\u0E01")] // Thai: di ma k
    [InlineData("\u0E40\u0E01\u0E48\u0E07\u0E41\u0E25\u0E30", "\u0E40\u0E01\u0E48|\u0E07|\u0E41\u0E25\u0E30")] // vowels before and behind
    [InlineData("\u0E19\u0E49\u0E33 WiFi", "\u0E19\u0E49\u0E33|wifi")]
    [InlineData("\u0E402026", "\u0E40|2026")]
    [InlineData("\u0EAA\u0EB0\u0E9A\u0EB2\u0E8D", "\u0EAA\u0EB0|\u0E9A\u0EB2|\u0E8D")]
    [InlineData("\u1781\u17D2\u1798\u17C2\u179A", "\u1781\u17D2\u1798\u17C2|\u179A")] // Khmer: one consonant under another
    [InlineData("\u1019\u103C\u1014\u103A\u1019\u102C", "\u1019\u103C\u1014\u103A|\u1019\u102C")] // Burmese: myan ma
    [InlineData("\u101E\u1004\u103A\u1039\u1018\u1031\u102C", "\u101E\u1004\u103A\u1039\u1018\u1031\u102C")]
    [InlineData("\u0E14\u0E35\u200B\u0E21\u0E32\u0E01", "\u0E14\u0E35|\u0E21\u0E32|\u0E01")]
    public void ScriptsWithoutSpaces_ComeInClusters(string text, string words) => AssertWords(words, text);

    [Fact]
    [Trait("Category", "Slow")]
    public void EveryComposedCharacter_IsTheSameWordsDecomposed()
    {
        var characters = UnicodeTables.Decompositions.Characters.Concat(Enumerable.Range(0xAC00, 11_172)).Select(char.ConvertFromUtf32);
        foreach (string character in characters)
        {
            foreach (string text in new[] { character, $"a{character}b", $"{character} {character}!", character + character })
            {
                string decomposed = CanonicalFormTests.Decomposed(text);
                foreach (ITokenizer tokenizer in new ITokenizer[] { WordTokenizer.Default, new WordTokenizer(new WordTokenizerOptions { LowerCase = false }) })
                {
                    string[] words = Tokenized.Words(tokenizer, text);
                    if (!words.SequenceEqual(Tokenized.Words(tokenizer, decomposed)))
                        Assert.Fail($"U+{char.ConvertToUtf32(character, 0):X4} in '{text}': {string.Join('|', words)}, decomposed {string.Join('|', Tokenized.Words(tokenizer, decomposed))}");
                }
            }
        }
    }

    [Fact]
    public void Words_OfWordsAreThemselves() =>
        ManyScripts.Texts.ToList().ForEach(text => Assert.All(
            Tokenized.Words(WordTokenizer.Default, text), word => Assert.Equal([word], Tokenized.Words(WordTokenizer.Default, word))));

    [Fact]
    public void Offsets_AreThoseOfTheOriginalText() =>
        Assert.Equal(
            [new Token(1, 5), new Token(7, 6), new Token(14, 2), new Token(16, 1)],
            Tokenized.Tokens(WordTokenizer.Default, " cafe\u0301 i\u0307yi\u0307s \uFF76\uFF9E!"));

    [Fact]
    public void Words_MayBeLongerThanTheirTokens()
    {
        string text = string.Concat(Enumerable.Repeat("\u0958", 1_000)) + " \U0001D160 end";
        Assert.Equal([string.Concat(Enumerable.Repeat("\u0915\u093C", 1_000)), "\U0001D158\U0001D165\U0001D16E", "end"], Tokenized.Words(WordTokenizer.Default, text));
    }

    [Fact]
    public void Marks_OfAnyNumberAreSorted()
    {
        string marks = string.Concat(Enumerable.Repeat("\u0301\u0323", 50_000));
        string word = Assert.Single(Tokenized.Words(WordTokenizer.Default, "q" + marks));
        Assert.Equal("q" + new string('\u0323', 50_000) + new string('\u0301', 50_000), word);
    }

    [Fact]
    public void Tokenize_AllocatesNothingInAnyScript()
    {
        string[] texts = [.. ManyScripts.Texts, "\u0130YI cafe\u0301 \u0643\u064E\u062A\u0640\u0628 \u0E19\u0E49\u0E33 \U0001F469\u200D\U0001F680 \uFF27\uFF4F"];
        TokenBuffer tokens = new();
        ITokenizer[] tokenizers = [WordTokenizer.Default, new SubwordTokenizer()];
        void Tokenize()
        {
            foreach (ITokenizer tokenizer in tokenizers)
            {
                foreach (string text in texts)
                {
                    tokens.Clear();
                    tokenizer.Tokenize(text, tokens);
                }
            }
        }
        Tokenize();
        Assert.Equal(0, AllocatedBytes.LeastOf(Tokenize));
    }

    [Fact]
    public void Subwords_AreThoseOfTheSameWords() =>
        Gen.Int[0, ManyScripts.Texts.Count - 1].Select(place => ManyScripts.Texts[place]).Sample(text =>
        {
            string decomposed = CanonicalFormTests.Decomposed(text);
            Assert.Equal(Tokenized.Words(new SubwordTokenizer(), text), Tokenized.Words(new SubwordTokenizer(), decomposed));
        });

    private static void AssertWords(string words, string text) =>
        Assert.Equal(words, string.Join('|', Tokenized.Words(WordTokenizer.Default, text)));
}
