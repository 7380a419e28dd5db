namespace MaxPoolConvNet.Browser.Tests;

/// <summary>What the page fetches: little, and afterwards nothing.</summary>
[Collection(BrowserCollection.Name)]
public sealed class DownloadTests(Chromium chromium, ITestOutputHelper output)
{
    [Fact]
    public async Task ThePage_IsAtMostThreeMegabytes()
    {
        await using OpenPage page = await OpenPage.LoadAsync(chromium);
        await page.Page.Locator("#reviews").ClickAsync();
        await page.Page.Locator("#training-now", new() { HasText = "Epoch" }).WaitForAsync();

        IReadOnlyList<SentFile> sent = page.Server.Sent;
        int loaded = sent.DistinctBy(one => one.Path).Sum(one => one.SentBytes);
        output.WriteLine($"{sent.Select(one => one.Path).Distinct().Count()} files, {loaded:N0} bytes; {sent.Sum(one => one.SentBytes):N0} with those fetched again");

        Assert.Contains(sent, one => one.Path.Contains("dotnet.native", StringComparison.Ordinal));
        Assert.InRange(sent.Sum(one => one.SentBytes), 1_000_000, 3_000_000);
    }

    [Fact]
    public async Task NothingLeavesTheMachine()
    {
        await using OpenPage page = await OpenPage.LoadAsync(chromium);
        List<string> elsewhere = [];
        page.Page.Context.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(page.Server.Address, StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal)) elsewhere.Add(request.Url);
        };

        await page.TrainAsync("secret.csv", Files.Reviews);
        await page.TypeAsync("a secret text");

        Assert.All(page.Server.Sent, one => Assert.Equal(("GET", 0, true, false), (one.Method, one.ReceivedBytes, one.IsKnown, one.Path.Contains('?', StringComparison.Ordinal))));
        Assert.Empty(elsewhere);
        Assert.DoesNotContain(page.Server.Sent, one => one.Path.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WithoutTheServer_ThePageGoesOnAndLoadsAgain()
    {
        await using OpenPage page = await OpenPage.LoadAsync(chromium);
        await page.Server.StopAsync();

        await page.Page.Locator("#reviews").ClickAsync();
        await page.Page.Locator("#training-now", new() { HasText = "Epoch" }).WaitForAsync();
        await page.Page.Locator("#cancel").ClickAsync();
        await page.TrainAsync("reviews.csv", Files.Reviews);
        await page.TypeAsync("Well made.");
        Assert.Equal(2, (await page.BarsAsync()).Count);

        await page.Page.ReloadAsync();
        await page.AwaitReadyAsync();
        await page.OpenModelAsync("model.safetensors", Files.ModelOf("two labels"));
        await page.TypeAsync("İstanbul");
        Assert.StartsWith("lábel", (await page.BarsAsync())[0].Label, StringComparison.Ordinal);
    }

    /// <summary>
    /// No limit: a test doesn't depend on the clock. With <c>MAXPOOL_FIGURES=1</c>, it trains on the page's 600 reviews too, as the guide's figures are.
    /// </summary>
    [Fact]
    public async Task Times_ArePrinted()
    {
        await using OpenPage page = await OpenPage.LoadAsync(chromium);
        if (Environment.GetEnvironmentVariable("MAXPOOL_FIGURES") is null) await page.TrainAsync("reviews.csv", Files.Reviews);
        else await TrainOnTheReviewsAsync(page);
        List<double> milliseconds = [];
        foreach (Text.LabeledText text in Files.FirstReviews(200).Skip(100))
        {
            await page.TypeAsync(text.Text);
            string shown = (await page.TextOfAsync("#times")).Split("predicted in ")[1].Split(' ')[0];
            milliseconds.Add(double.Parse(shown, System.Globalization.CultureInfo.InvariantCulture));
        }

        milliseconds.Sort();
        output.WriteLine(FormattableString.Invariant(
            $"{milliseconds.Count} predictions: mean {milliseconds.Average():F2} ms, median {milliseconds[milliseconds.Count / 2]:F1} ms, longest {milliseconds[^1]:F1} ms"));
        Assert.Equal(100, milliseconds.Count);
    }

    private async Task TrainOnTheReviewsAsync(OpenPage page)
    {
        await page.Page.Locator("#settings summary").ClickAsync();
        foreach (string networks in new[] { "1", "3" })
        {
            await page.Page.Locator("#networks").SelectOptionAsync(networks);
            await page.Page.Locator("#reviews").ClickAsync();
            await page.AwaitTrainedAsync();
            string notes = string.Join(" | ", await page.Page.Locator("#notes li").AllTextContentsAsync());
            output.WriteLine($"{networks} networks: {await page.TextOfAsync("#accuracy-note")} | {notes} | {await page.TextOfAsync("#model")}");
        }
    }
}
