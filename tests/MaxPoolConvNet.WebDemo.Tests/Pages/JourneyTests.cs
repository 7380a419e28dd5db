using MaxPoolConvNet.Browser.Tests;
using MaxPoolConvNet.Samples.WebDemo;
using Microsoft.Playwright;

namespace MaxPoolConvNet.WebDemo.Tests;

/// <summary>What a user does with the page.</summary>
[Collection(BrowserCollection.Name)]
public sealed class JourneyTests(Chromium chromium) : IDisposable
{
    private const string Question = "How do I block a stolen credit card?";

    private readonly TestFolder _folder = new();

    [Fact]
    public async Task ATextIsTypedCorrectedAndLearned_AndStaysCorrectedAfterAKill()
    {
        string corrected;
        _ = chromium.Browser;
        await using (DemoProcess process = await DemoProcess.StartAsync(_folder, learningDelay: "00:00:00"))
        {
            await using (OpenPage page = await OpenPage.LoadAsync(chromium, process.Client.BaseAddress!))
            {
                Assert.Equal("No corrections yet. Correct an answer, and the model learns it here.", await page.TextOfAsync("#learning-now"));
                await page.TypeAsync(Question);
                Assert.Equal("not sure", await page.TextOfAsync("#sure"));
                corrected = Reviews.Other(await page.TextOfAsync("#label"));

                await page.At($"#labels [data-label={corrected}]").ClickAsync();

                await page.SeesAsync("#saved", $"Saved: {corrected}. ");
                await page.SeesAsync("#sure", "labeled by a person");
                await page.SeesAsync("#learning-now", "The model has learned the one correction.");
                await page.SeesAsync("#lessons li", "1 new correction");
                await page.SeesAsync("#lessons ul li", $"→ {corrected} ✓ right, your correction");
                await page.SeesAsync("#saved", $"Saved: {corrected}. The model has learned it.");
                await page.SeesAsync("#doubt", $"The model says {corrected}");
            }

            // the page is closed by now: it would miss its server
            await process.KillAsync();
        }

        await using DemoProcess restarted = await DemoProcess.StartAsync(_folder);
        await using OpenPage again = await OpenPage.LoadAsync(chromium, restarted.Client.BaseAddress!);
        await again.TypeAsync(Question);
        Assert.Equal((corrected, "labeled by a person"), (await again.TextOfAsync("#label"), await again.TextOfAsync("#sure")));
        Assert.Equal("The model has learned the one correction.", await again.TextOfAsync("#learning-now"));
        Assert.True(await again.At($"#labels [data-label={corrected}][aria-pressed=true]").IsVisibleAsync());
    }

    [Fact]
    public async Task ALabelIsAddedAndLearned_AndGoneOnceItsCorrectionIsDeleted()
    {
        _ = chromium.Browser;
        await using DemoServer server = await DemoServer.StartSmallAsync(_folder);
        await using OpenPage page = await OpenPage.LoadAsync(chromium, server.Client.BaseAddress!, expectedError: "400");
        await page.TypeAsync(Question);
        await page.At("#new-label-name").FillAsync("Positive");
        await page.At("#new-label-name").PressAsync("Enter");
        await page.SeesAsync("#saved", "\"label\" is 'Positive', and there is 'positive', which differs only in case.");
        Assert.Empty(await server.Client.CorrectionsAsync());

        await page.At("#new-label-name").FillAsync(" bank & card ");
        await page.At("#new-label-name").PressAsync("Enter");

        await page.SeesAsync("#saved", "Saved: bank & card. The model has learned it.");
        await page.SeesAsync("#sure", "labeled by a person");
        await page.SeesAsync("#labels [data-label='bank & card'][aria-pressed=true]", "%");
        await page.SeesAsync("#model", "bank & card · negative · positive");
        Assert.Equal(("bank & card", ""), (await page.TextOfAsync("#label"), await page.At("#new-label-name").InputValueAsync()));

        await page.At("#undo").ClickAsync();

        await page.SeesAsync("#saved", "Deleted. The model has forgotten it.");
        await page.SeesAsync("#model", "negative · positive — trained on");
        await page.SeesAsync("#lessons li", "1 deleted correction");
        Assert.Equal((2, 0), (await page.At("#labels button").CountAsync(), await page.At("#labels [aria-pressed=true]").CountAsync()));
        Assert.False(await page.At("#undo").IsVisibleAsync());
        Assert.Empty(await server.Client.CorrectionsAsync());
    }

    [Fact]
    public async Task ADeletion_OutlivesAKill()
    {
        _ = chromium.Browser;
        await using (DemoProcess process = await DemoProcess.StartAsync(_folder, learningDelay: "01:00:00"))
        {
            await using (OpenPage page = await OpenPage.LoadAsync(chromium, process.Client.BaseAddress!))
            {
                await page.TypeAsync(Question);
                await page.At("#labels button").First.ClickAsync();
                await page.SeesAsync("#saved", "Saved: ");
                await page.At("#undo").ClickAsync();
                await page.SeesAsync("#saved", "Deleted. The model forgets it in the background.");
            }

            // the page is closed by now: it would miss its server
            await process.KillAsync();
        }

        await using DemoProcess restarted = await DemoProcess.StartAsync(_folder);
        await using OpenPage again = await OpenPage.LoadAsync(chromium, restarted.Client.BaseAddress!);
        await again.TypeAsync(Question);
        Assert.Equal(0, await again.At("#labels [aria-pressed=true]").CountAsync());
        Assert.Empty(await restarted.Client.CorrectionsAsync());
    }

    [Fact]
    public async Task OfTwoBrowsers_TheSecondSeesThatTheFirstDeletedTheLabel()
    {
        _ = chromium.Browser;
        await using DemoServer server = DemoServer.Start(_folder);
        await server.Client.CorrectedAsync(Question, "positive");
        await using OpenPage one = await OpenPage.LoadAsync(chromium, server.Client.BaseAddress!);
        await using OpenPage other = await OpenPage.LoadAsync(chromium, server.Client.BaseAddress!, expectedError: "409");
        await one.TypeAsync(Question);
        await other.TypeAsync(Question);

        await one.At("#undo").ClickAsync();
        await one.SeesAsync("#saved", "Deleted.");
        await other.At("#labels [data-label=negative]").ClickAsync();

        await other.SeesAsync("#saved", "Somebody else deleted the label of this text meanwhile. Yours wasn't saved; choose again to save it.");
        await other.At("#labels [data-label=negative]").ClickAsync();
        await other.SeesAsync("#saved", "Saved: negative.");
    }

    [Fact]
    public async Task AFile_BecomesATableWithTheDoubtsFirst_AndItsLabelsAreCorrectedByKeys()
    {
        _ = chromium.Browser;
        await using DemoServer server = DemoServer.Start(_folder);
        await using OpenPage page = await OpenPage.LoadAsync(chromium, server.Client.BaseAddress!);
        string[] texts = [.. Reviews.All.Take(30).Select(review => review.Text), "asdf qwer"];

        await page.DropFileAsync("reviews.txt", System.Text.Encoding.UTF8.GetBytes(string.Join('\n', texts)));
        await page.SeesAsync("#file-status", "reviews.txt: 31 texts, ");

        ILocator rows = page.At("#file-answers [role=rowgroup]:last-child [role=row]");
        Assert.Equal(20, await rows.CountAsync());
        string[] said = [.. await page.At("#file-answers .said").AllTextContentsAsync()];
        int unsure = said.TakeWhile(one => one.EndsWith("not sure", StringComparison.Ordinal)).Count();
        Assert.InRange(unsure, 1, 19);
        Assert.DoesNotContain(said.Skip(unsure), one => one.EndsWith("not sure", StringComparison.Ordinal));
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Show more (20 of 31 shown)" }).ClickAsync();
        Assert.Equal(31, await rows.CountAsync());

        string first = (await rows.First.Locator(".text").TextContentAsync())!;
        await rows.First.GetByRole(AriaRole.Button).First.FocusAsync();
        await page.Page.Keyboard.PressAsync("2");
        await page.Page.Keyboard.PressAsync("1");

        await page.SeesAsync("#file-answers [role=row] .note", "Saved");
        IReadOnlyList<Correction> stored = await Poll.UntilAsync(server.Client.CorrectionsAsync, all => all.Count == 2);
        Assert.Equal("positive", stored.Single(one => one.Text == first).Label);
        Assert.Equal("negative", stored.Single(one => one.Text != first).Label);

        await rows.First.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await page.SeesAsync("#file-answers [role=row] .note", "Deleted");
        Assert.Equal("negative", Assert.Single(await server.Client.CorrectionsAsync()).Label);
        Assert.Equal(0, await rows.First.Locator("[aria-pressed=true]").CountAsync());
    }

    [Fact]
    public async Task LabelsToCheck_AreFoundAndDecided()
    {
        _ = chromium.Browser;
        await using DemoServer server = DemoServer.Start(_folder);
        await using OpenPage page = await OpenPage.LoadAsync(chromium, server.Client.BaseAddress!);

        await page.At("#find-suspects").ClickAsync();
        await page.SeesAsync("#suspects-status", "50 labels to check, the most suspicious first.");

        string suggested = (await page.At("#suspects .said bdi").First.TextContentAsync())!;
        await page.At($"#suspects [data-label={suggested}]").First.ClickAsync();
        await page.SeesAsync("#suspects [role=row] .note", "Saved");
        Correction stored = Assert.Single(await server.Client.CorrectionsAsync());
        Assert.Equal(suggested, stored.Label);
        Assert.Equal(stored.Text, await page.TextOfAsync("#suspects .text"));
    }

    [Fact]
    public async Task OfTwoBrowsers_TheSecondSeesTheFirstOnesLabelBeforeItChangesIt()
    {
        _ = chromium.Browser;
        await using DemoServer server = DemoServer.Start(_folder);
        await using OpenPage one = await OpenPage.LoadAsync(chromium, server.Client.BaseAddress!);
        await using OpenPage other = await OpenPage.LoadAsync(chromium, server.Client.BaseAddress!, expectedError: "409");
        await one.TypeAsync(Question);
        await other.TypeAsync(Question);

        await one.At("#labels [data-label=positive]").ClickAsync();
        await one.SeesAsync("#saved", "Saved: positive.");
        await other.At("#labels [data-label=negative]").ClickAsync();

        await other.SeesAsync("#saved", "Somebody else labeled this text positive meanwhile. Your label wasn't saved; choose again to change theirs.");
        await other.SeesAsync("#sure", "labeled by a person");
        Assert.Equal("positive", await other.TextOfAsync("#label"));
        await other.At("#labels [data-label=negative]").ClickAsync();
        await other.SeesAsync("#saved", "Saved: negative.");
        Assert.Equal("negative", Assert.Single(await server.Client.CorrectionsAsync()).Label);
    }

    [Fact]
    public async Task WithoutTheServer_ThePageSaysSoAndGoesOnWhenItIsBack()
    {
        _ = chromium.Browser;
        DemoProcess process = await DemoProcess.StartAsync(_folder);
        int port = process.Client.BaseAddress!.Port;
        await using OpenPage page = await OpenPage.LoadAsync(chromium, process.Client.BaseAddress!, expectedError: "net::ERR_");
        await process.DisposeAsync();

        await page.At("#text").FillAsync("I love it");
        await page.SeesAsync("#text-problem", "The server doesn't answer. Is it running? Nothing was lost; try again.");

        await using DemoProcess restarted = await DemoProcess.StartAsync(_folder, port);
        await page.TypeAsync("I love it!");
        Assert.Equal("positive", await page.TextOfAsync("#label"));
        Assert.False(await page.At("#text-problem").IsVisibleAsync());
    }

    public void Dispose() => _folder.Dispose();
}
