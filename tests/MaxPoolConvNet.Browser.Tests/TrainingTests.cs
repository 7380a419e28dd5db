using System.Text;
using MaxPoolConvNet.Text;
using Microsoft.Playwright;

namespace MaxPoolConvNet.Browser.Tests;

/// <summary>The page trains, shows figures, and gives a model file that the library opens.</summary>
[Collection(BrowserCollection.Name)]
public sealed class TrainingTests(Chromium chromium)
{
    [Theory]
    [InlineData(380)]
    [InlineData(1280)]
    public async Task AFile_BecomesAModelThatTheLibraryLoads(int width)
    {
        await using OpenPage page = await OpenPage.LoadAsync(chromium, width);

        await page.TrainAsync("my reviews.csv", Files.Reviews);

        Assert.Equal(20, await page.Page.Locator("#epoch-rows tr").CountAsync());
        Assert.Matches(@"^accuracy: \d+ of 12 held-out texts correct$", await page.TextOfAsync("#accuracy-note"));
        Assert.Equal(["negative", "positive"], await page.Page.Locator("#label-rows th").AllTextContentsAsync());
        Assert.Contains("Trained on 48 texts", await page.TextOfAsync("#notes"), StringComparison.Ordinal);
        TextClassifier classifier = await SavedAsync(page, "my reviews.safetensors");
        int correct = classifier.Evaluate(StratifiedSplit.HoldOut(Files.FirstReviews(60), 0.2, seed: 1).HeldOut).CorrectCount;
        Assert.StartsWith($"accuracy: {correct} of 12 ", await page.TextOfAsync("#accuracy-note"), StringComparison.Ordinal);
        await page.TypeAsync("Not only cheap but surprisingly well made.");
        Assert.Equal(classifier.Predict("Not only cheap but surprisingly well made.").Label, (await page.BarsAsync())[0].Label);
    }

    [Fact]
    public async Task AllTexts_MakeTheFinalModel()
    {
        await using OpenPage page = await OpenPage.LoadAsync(chromium);
        await page.TrainAsync("reviews.csv", Files.Reviews);

        await page.Page.Locator("#train-on-all").ClickAsync();
        await page.AwaitTrainedAsync();

        Assert.Contains("Trained on 60 texts", await page.TextOfAsync("#notes"), StringComparison.Ordinal);
        Assert.Contains("No texts were held out, so there are no figures.", await page.TextOfAsync("#notes"), StringComparison.Ordinal);
        Assert.False(await page.Page.Locator("#measured").IsVisibleAsync());
        Assert.False(await page.Page.Locator("#train-on-all").IsVisibleAsync());
    }

    [Theory]
    [InlineData("labels,text\n{0}", "|")]
    [InlineData("{1}", "")]
    public async Task TextsWithSeveralLabels_GetThem(string form, string separator)
    {
        string[] lines = [.. Enumerable.Range(0, 40).Select(i => (i % 4) switch { 0 => "cold", 1 => "wet", 2 => "cold|wet", _ => "" })];
        string[] texts = [.. lines.Select((labels, i) => $"day {i} {labels.Replace('|', ' ')} weather report")];
        string table = string.Concat(lines.Zip(texts, (labels, text) => $"{labels},{text}\n"));
        string json = string.Concat(lines.Zip(texts, (labels, text) =>
            $$"""{"labels": [{{string.Join(", ", labels.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(label => $"\"{label}\""))}}], "text": "{{text}}"}""" + "\n"));
        await using OpenPage page = await OpenPage.LoadAsync(chromium);
        await page.Page.Locator("#settings summary").ClickAsync();
        await page.Page.Locator("#label-separator").FillAsync(separator);

        await page.TrainAsync("weather.txt", Encoding.UTF8.GetBytes(form.Replace("{0}", table, StringComparison.Ordinal).Replace("{1}", json, StringComparison.Ordinal)));
        await page.TypeAsync("cold wet weather");

        Assert.Contains("2 labels, several per text", await page.TextOfAsync("#model"), StringComparison.Ordinal);
        Assert.Equal(["cold", "wet"], (await page.BarsAsync()).Select(bar => bar.Label).Order(StringComparer.Ordinal));
        Assert.Matches("^(cold, wet|wet, cold)$", await page.TextOfAsync("#predicted"));
    }

    [Fact]
    public async Task WhileATrainingRuns_TheModelBeforePredicts()
    {
        await using OpenPage page = await OpenPage.LoadAsync(chromium);
        await page.OpenModelAsync("model.safetensors", Files.ModelOf("two labels"));

        await page.Page.Locator("#reviews").ClickAsync();
        await page.Page.Locator("#epoch-rows tr").First.WaitForAsync();
        await page.TypeAsync("İstanbul");

        Assert.True(await page.Page.Locator("#training").IsVisibleAsync());
        Assert.StartsWith("lábel", (await page.BarsAsync())[0].Label, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FilesDroppedAnywhere_AreOpenedOrTrainedOn()
    {
        await using OpenPage page = await OpenPage.LoadAsync(chromium);

        await DropAsync(page, "model.safetensors", Files.ModelOf("two labels"));
        await page.Page.Locator("#model", new PageLocatorOptions { HasText = "model.safetensors: 2 labels" }).WaitForAsync();
        await DropAsync(page, "dropped.csv", Files.Reviews);
        await page.AwaitTrainedAsync();

        Assert.StartsWith("dropped.safetensors: 2 labels", await page.TextOfAsync("#model"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancel_EndsATrainingAndLeavesTheModel()
    {
        await using OpenPage page = await OpenPage.LoadAsync(chromium);
        await page.OpenModelAsync("model.safetensors", Files.ModelOf("two labels"));
        await page.Page.Locator("#reviews").ClickAsync();
        await page.Page.Locator("#training-now", new PageLocatorOptions { HasText = "Epoch" }).WaitForAsync();

        await page.Page.Locator("#cancel").ClickAsync();

        Assert.Equal("Training was cancelled. The model before is still open.", await page.MessageAsync("#training-status:not(:empty)"));
        Assert.False(await page.Page.Locator("#training").IsVisibleAsync());
        Assert.False(await page.Page.Locator("#figures").IsVisibleAsync());
        await page.TrainAsync("reviews.csv", Files.Reviews);
        Assert.StartsWith("reviews.safetensors: 2 labels", await page.TextOfAsync("#model"), StringComparison.Ordinal);
    }

    private static async Task DropAsync(OpenPage page, string name, byte[] content)
    {
        IJSHandle data = await page.Page.EvaluateHandleAsync(
            """
            ([name, base64]) => {
                const data = new DataTransfer();
                data.items.add(new File([Uint8Array.from(atob(base64), one => one.charCodeAt(0))], name));
                return data;
            }
            """,
            new[] { name, Convert.ToBase64String(content) });
        await page.Page.Locator("footer").DispatchEventAsync("drop", new { dataTransfer = data });
    }

    private static async Task<TextClassifier> SavedAsync(OpenPage page, string name)
    {
        IDownload download = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.Locator("#save").ClickAsync());
        Assert.Equal(name, download.SuggestedFilename);
        await using Stream file = await download.CreateReadStreamAsync();
        return await TextClassifier.LoadAsync(file);
    }
}
