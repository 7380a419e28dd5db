using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Audit;

public class FindingsTests
{
    private static readonly LabelAuditOptions _quick = new() { Folds = 2, Threads = 2 };

    [Fact]
    public void TheSameWordsWithTwoLabels_AreAConflict_AndEqualOnesAreDuplicates()
    {
        LabeledText[] texts = AuditCase.Texts(40);
        LabeledText[] with =
        [
            .. texts,
            new("pos", texts[4].Text), // text 4 is neg
            new(texts[9].Label, texts[9].Text.ToUpperInvariant()),
            new(texts[10].Label, texts[10].Text + " indeed"),
        ];

        LabelAuditReport report = AuditCase.Run(with, _quick);

        Assert.Equal([4, 40], Assert.Single(report.ConflictingDuplicates).Indices);
        Assert.Equal(
            [(40, 4, true), (41, 9, true), (42, 10, false)],
            report.NearDuplicates.Select(pair => (pair.Index, pair.EarlierIndex, pair.IsExact)));
    }

    [Theory]
    [InlineData("xyzzy plugh !", UnusualKind.NoKnownWord)]
    [InlineData("?!", UnusualKind.NoKnownWord)]
    [InlineData("the фильм очень скучный и длинный", UnusualKind.OtherScript)]
    [InlineData("the film", null)]
    [InlineData("", UnusualKind.NoKnownWord)]
    public void ATextUnlikeTheRest_IsUnusual(string text, UnusualKind? kind)
    {
        LabelAuditReport report = AuditCase.Run([.. AuditCase.Texts(60), new LabeledText("neg", text)], _quick);

        Assert.Equal(kind is { } one ? [(60, one)] : [], report.UnusualTexts.Select(unusual => (unusual.Index, unusual.Kind)));
    }

    [Fact]
    public void ATextOfHundredsOfWords_IsTooLong_AndAWordAmongLongTextsTooShort()
    {
        LabeledText[] texts = AuditCase.Texts(60);
        LabeledText[] longTexts = [.. texts.Select(text => text with { Text = $"{text.Text}, {text.Text}" })];

        LabelAuditReport tooLong = AuditCase.Run([.. texts, new("pos", string.Concat(Enumerable.Repeat("the film is superb and ", 100)))], _quick);
        LabelAuditReport tooShort = AuditCase.Run([.. longTexts, new("pos", "superb")], _quick);

        Assert.Equal((60, UnusualKind.TooLong), (tooLong.UnusualTexts.Single().Index, tooLong.UnusualTexts.Single().Kind));
        Assert.Equal((60, UnusualKind.TooShort), (tooShort.UnusualTexts.Single().Index, tooShort.UnusualTexts.Single().Kind));
    }

    [Fact]
    public void TextsInAnotherLanguage_AreFoundByTheirLettersAndEachOther()
    {
        string[] german =
        [
            "ich glaube nicht, dass der schluss zu dem anfang passt", "der schluss passt nicht zu dem, was ich erwartet habe",
            "das drehbuch ist nicht schlecht, doch der schluss zieht sich", "ich habe selten so gelacht und nicht ein mal geweint",
        ];
        LabeledText[] texts = [.. AuditCase.Texts(200), .. german.Select(text => new LabeledText("neg", text))];

        Assert.Equal(
            [200, 201, 202, 203],
            AuditCase.Run(texts, _quick).UnusualTexts.Where(text => text.Kind == UnusualKind.OtherLanguage).Select(text => text.Index));
    }

    [Fact]
    public void AnIdInTheTextsOfOneLabel_IsALeak_AndWordsOfTheTopicArent()
    {
        LabeledText[] texts = [.. AuditCase.Texts(200).Select((text, t) => t % 4 == 1 ? text with { Text = $"{text.Text} id 17" } : text)];

        LabelLeak leak = Assert.Single(AuditCase.Run(texts, _quick).Leaks);

        Assert.Equal(("id 17", "pos", 50, 0, 0.5), (leak.Ngram, leak.Label, leak.TextCount, leak.OtherTextCount, leak.Coverage));
        Assert.Empty(AuditCase.Run(AuditCase.Texts(200), _quick).Leaks);
    }

    [Fact]
    public void AWordInNearlyAllTextsOfOneLabel_IsALeak_AndANumberOfBothLabelsIsnt()
    {
        LabeledText[] texts =
        [
            .. AuditCase.Texts(200).Select((text, t) => text with { Text = text.Label == "neg" ? $"mail {text.Text} 2024" : $"{text.Text} 2024" }),
        ];

        Assert.Equal([("mail the", "neg")], AuditCase.Run(texts, _quick).Leaks.Select(leak => (leak.Ngram, leak.Label)));
    }
}
