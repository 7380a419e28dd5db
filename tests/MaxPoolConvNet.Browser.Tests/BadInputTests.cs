using System.Text;
using Microsoft.Playwright;

namespace MaxPoolConvNet.Browser.Tests;

/// <summary>Bad input gives the library's own message, and the page goes on.</summary>
[Collection(BrowserCollection.Name)]
public sealed class BadInputTests(Chromium chromium)
{
    private static readonly (string Name, byte[] File, string Message)[] _texts =
    [
        ("broken.csv", Encoding.UTF8.GetBytes("label,text\npositive,good\nnegative,\"bad\n"), "broken.csv, line 3: a quote is opened here and never closed"),
        ("empty.csv", [], "empty.csv: no labeled text in the file"),
        ("one.csv", Encoding.UTF8.GetBytes("label,text\npositive,good\npositive,fine\n"), "all 2 texts have the label 'positive'; training needs texts with at least two labels"),
        ("latin.csv", [.. "label,text\npositive,caf"u8, 0xE9, .. "\nnegative,bad\n"u8], "latin.csv"),
        ("book.xlsx", [.. "PK"u8, 3, 4, .. new byte[200]], "book.xlsx"),
    ];

    [Fact]
    public async Task BrokenTexts_AreMessages()
    {
        await using OpenPage page = await OpenPage.LoadAsync(chromium);

        foreach ((string name, byte[] file, string message) in _texts)
        {
            await page.ChooseTextsAsync(name, file);
            Assert.StartsWith(message, await page.MessageAsync("#training-error:not([hidden])"), StringComparison.Ordinal);
            await page.Page.Locator("#texts-file:enabled").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        }

        await page.TrainAsync("reviews.csv", Files.Reviews);
        Assert.False(await page.Page.Locator("#training-error").IsVisibleAsync());
    }

    [Fact]
    public async Task OptionsThatAMessageNames_AreInThePage()
    {
        byte[] file = Encoding.Latin1.GetBytes("a,b,c\n" + string.Concat(Enumerable.Range(0, 30).Select(i => $"{i},{(i % 2 == 0 ? "hot" : "cold")},caf\u00E9 {i}\n")));
        await using OpenPage page = await OpenPage.LoadAsync(chromium);
        await page.ChooseTextsAsync("menu.csv", file);
        Assert.Contains("In this page, these options are under Settings.", await page.MessageAsync("#training-error:not([hidden])"), StringComparison.Ordinal);

        await page.Page.Locator("#encoding").FillAsync("windows-1252");
        await page.Page.Locator("#label-columns").FillAsync("b");
        await page.Page.Locator("#text-columns").FillAsync("c, a");
        await page.TrainAsync("menu.csv", file);

        Assert.StartsWith("menu.safetensors: 2 labels", await page.TextOfAsync("#model"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task BrokenModels_AreMessagesAndTheModelBeforeStays()
    {
        byte[] model = Files.ModelOf("two labels");
        byte[] flipped = [.. model];
        flipped[^1] ^= 1;
        await using OpenPage page = await OpenPage.LoadAsync(chromium);
        await page.OpenModelAsync("good.safetensors", model);

        foreach ((byte[] file, string message) in new[] { ("no model"u8.ToArray(), "not a model file"), (model[..^1], "the tensors have"), (flipped, "checksum"), ([], "bytes") })
        {
            await page.ChooseModelAsync("bad.safetensors", file);
            string shown = await page.MessageAsync("#model-error:not([hidden])");
            Assert.StartsWith("bad.safetensors: ", shown, StringComparison.Ordinal);
            Assert.Contains(message, shown, StringComparison.Ordinal);
            await page.OpenModelAsync("good.safetensors", model);
        }

        await page.TypeAsync("İstanbul");
        Assert.StartsWith("lábel", (await page.BarsAsync())[0].Label, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TextsWithoutKnownWords_AreSaidToHaveNone()
    {
        await using OpenPage page = await OpenPage.LoadAsync(chromium);
        await page.OpenModelAsync("model.safetensors", Files.ModelOf("two labels"));

        await page.TypeAsync("zzqx kkwv");
        Assert.StartsWith("No known words", await page.TextOfAsync("#unknown"), StringComparison.Ordinal);
        await page.TypeAsync(" ");
        Assert.StartsWith("The text has no words", await page.TextOfAsync("#unknown"), StringComparison.Ordinal);
        await page.TypeAsync("\ud800 half a pair");
        Assert.Contains("words known", await page.TextOfAsync("#times"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MarkupInLabelsAndTexts_IsText()
    {
        const string Label = "<img src=x onerror=alert(1)>";
        string csv = "label,text\n" + string.Concat(Enumerable.Range(0, 20).Select(i => i % 2 == 0 ? $"{Label},<b>good</b> {i}\n" : $"other,bad {i}\n"));
        await using OpenPage page = await OpenPage.LoadAsync(chromium);

        await page.TrainAsync("<i>.csv", Encoding.UTF8.GetBytes(csv));
        await page.TypeAsync("<b>good</b>");

        Assert.Contains(Label, (await page.BarsAsync()).Select(bar => bar.Label));
        Assert.Equal("<b>good</b>", await page.TextOfAsync("#shaded"));
        Assert.Equal(0, await page.Page.Locator("img, b, i").CountAsync());
    }
}
