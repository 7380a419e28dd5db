using MaxPoolConvNet.Tests.Text;

namespace MaxPoolConvNet.Browser.Tests;

/// <summary>The page predicts what the library predicts outside of a browser.</summary>
[Collection(BrowserCollection.Name)]
public sealed class SamePredictionsTests(Chromium chromium)
{
    /// <summary>Texts in many scripts, and what may differ without ICU: dotted and dotless I, decomposed accents, Thai without spaces.</summary>
    private static readonly string[] _texts =
    [
        .. ManyScripts.Texts.Take(192),
        "İSTANBUL'DA İYİ BİR GÜN", "ISPARTA'DA KIŞ", "Cafe\u0301 cre\u0300me bru\u0302le\u0301e", "A\u030Angstro\u0308m \u1E9E",
        "ภาษาไทยไม่มีช่องว่าง", "วันนี้อากาศดีมาก", "漢字とかな", "zwei Wörter 👩‍👩‍👧",
    ];

    public static TheoryData<string> Names { get; } = [.. Files.ModelNames];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task LabelsAndProbabilities_AreTheSame(string name)
    {
        TextClassifier classifier = TextClassifier.Load(new MemoryStream(Files.ModelOf(name)));
        await using OpenPage page = await OpenPage.LoadAsync(chromium);
        await page.OpenModelAsync("model.safetensors", Files.ModelOf(name));
        HashSet<string> seen = [];

        // all texts with one model, some with the others
        string[] texts = [.. _texts.Where((_, number) => name == "two labels" || number % 5 == 0 || number >= 192)];
        foreach (string text in texts)
        {
            await page.TypeAsync(text);
            LabelScores scores = classifier.Score(text);
            IReadOnlyList<(string Label, string Percent)> bars = await page.BarsAsync();
            Assert.Equal(scores.Top(scores.Count).Select(one => one.Label), bars.Select(bar => bar.Label));
            Assert.All(bars, bar => Assert.Equal(scores[bar.Label] * 100, Number(bar.Percent), 0.0501));
            Assert.StartsWith($"{scores.KnownWordCount} of {scores.WordCount} word", await page.TextOfAsync("#times"), StringComparison.Ordinal);
            seen.Add(bars[0].ToString());
        }

        Assert.Equal(name == "two labels" ? 200 : 47, texts.Length);
        Assert.True(seen.Count > 20, $"{seen.Count} different predictions");
    }

    [Fact]
    public async Task WordsAreShaded_AsTheLibraryExplains()
    {
        TextClassifier classifier = TextClassifier.Load(new MemoryStream(Files.ModelOf("two labels")));
        await using OpenPage page = await OpenPage.LoadAsync(chromium);
        await page.OpenModelAsync("model.safetensors", Files.ModelOf("two labels"));
        string text = ManyScripts.Texts[0] + " " + ManyScripts.Texts[25];

        await page.TypeAsync(text);
        await page.Page.Locator("#labels button").Last.ClickAsync();
        await page.Page.Locator("#labels li:last-child [aria-pressed=true]").WaitForAsync();

        Explanation expected = classifier.Explain(text, classifier.Score(text).Top(2)[1].Label);
        Assert.Equal(expected.Label, await page.TextOfAsync("#explained"));
        Assert.Equal(text, await page.TextOfAsync("#shaded"));
        ExplainedWord[] shaded = [.. expected.Words.Where(word => word.Contribution != 0)];
        Assert.NotEmpty(shaded);
        Assert.Equal(
            shaded.Select(word => $"{(word.Contribution > 0 ? "for" : "against")} {word.Text}"),
            await page.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('#shaded span')].map(one => one.className + ' ' + one.textContent)"));
    }

    private static double Number(string percent) => double.Parse(percent.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
}
