using System.Text;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using MaxPoolConvNet.Browser.Tests;
using MaxPoolConvNet.Samples.WebDemo;
using Microsoft.Playwright;

namespace MaxPoolConvNet.WebDemo.Tests;

/// <summary>The page at the widths of a phone and of a desk, in light and dark, with keyboard and screen reader.</summary>
[Collection(BrowserCollection.Name)]
public sealed class LayoutTests(Chromium chromium) : IDisposable
{
    private static readonly string? _screenshots = Environment.GetEnvironmentVariable("MAXPOOL_SCREENSHOTS");

    // what reaches beyond the padding of its section; words in the shaded text may, since that scrolls, and titles that aren't seen
    private const string PokesOut =
        """
        [...document.querySelectorAll("section *:not(.unseen, .shaded *, .stacked thead *)")].filter(one => {
            const section = one.closest("section");
            const right = section.getBoundingClientRect().right - parseFloat(getComputedStyle(section).paddingRight);
            return one.getBoundingClientRect().right > right + 1;
        }).map(one => one.outerHTML.slice(0, 100))
        """;

    // all that the color scheme changes
    private static readonly AxeRunOptions _contrast = new() { RunOnly = RunOnlyOptions.Rules("color-contrast") };

    // together, they have every element
    private static readonly HashSet<string> _heard = ["learned", "errors", "row label", "everything", "report", "label problem", "training"];

    private readonly TestFolder _folder = new();

    [Theory]
    [InlineData(380)]
    [InlineData(1280)]
    public async Task EveryState_FitsAndCanBeReadAndHeard(int width)
    {
        _ = chromium.Browser;
        await using DemoServer server = DemoServer.Start(_folder, DemoServer.Learns, ("Limits:TextCharacters", "1000"));
        await using OpenPage page = await OpenPage.LoadAsync(chromium, server.Client.BaseAddress!, width, expectedError: "400");
        await CheckAsync(page, "empty");
        await page.TypeAsync("Not only cheap but surprisingly well made.");
        await CheckAsync(page, "sure");
        await page.TypeAsync("How do I block a stolen credit card? " + new string('w', 100));
        await CheckAsync(page, "unsure");
        await page.At("#labels button").Last.ClickAsync();
        await page.SeesAsync("#lessons li", "1 new correction");
        await page.SeesAsync("#learning-now", "The model has learned");
        await CheckAsync(page, "learned");
        await page.At("#text").FillAsync(string.Join(' ', Reviews.All.Take(40).Select(review => review.Text)));
        await page.SeesAsync("#text-problem", "characters; at most 1,000 were expected");
        await page.ChooseFileAsync("broken.csv", "id,text\n1,\"open\n"u8.ToArray());
        await page.SeesAsync("#file-problem", "broken.csv, line 2");
        await CheckAsync(page, "errors");
        await page.At("#text").FillAsync("");
        string file = string.Join('\n', Reviews.All.Take(200).Select(review => review.Text).Append(new string('n', 300)));
        await page.ChooseFileAsync("many reviews.txt", Encoding.UTF8.GetBytes(file));
        await page.SeesAsync("#file-status", "201 texts");
        await CheckAsync(page, "file");
        await page.At("#file-answers [aria-expanded]").Nth(1).ClickAsync();
        await page.At("#file-answers input:visible").FillAsync("Positive");
        await page.At("#file-answers input:visible").PressAsync("Enter");
        await page.SeesAsync("#file-answers .failed", "which differs only in case");
        await CheckAsync(page, "row label");
        await page.At("#find-suspects").ClickAsync();
        await page.SeesAsync("#suspects-status", "labels to check");
        await CheckAsync(page, "suspects");
        File.Delete(_folder.ModelPath);
        await page.SeesAsync("#model-problem", "The model file can't be used; the model in memory goes on.");
        await CheckAsync(page, "everything");
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "Report of the model" }).ClickAsync();
        await page.SeesAsync("h1", "Report of the model");
        await CheckAsync(page, "report");
    }

    [Theory]
    [InlineData(380)]
    [InlineData(1280)]
    public async Task WhatTheLearnerDoes_FitsAndCanBeReadAndHeard(int width)
    {
        _ = chromium.Browser;
        await using DemoServer server = DemoServer.Start(_folder);
        await using OpenPage page = await OpenPage.LoadAsync(chromium, server.Client.BaseAddress!, width, expectedError: "400");
        await server.Client.CorrectedAsync("A deleted one.", "positive");
        await server.Client.DeletedAsync("A deleted one.", seenVersion: 1);
        await page.TypeAsync("How do I block a stolen credit card?");
        await page.At("#new-label-name").FillAsync("Positive");
        await page.At("#new-label-name").PressAsync("Enter");
        await page.SeesAsync("#saved", "which differs only in case");
        await CheckAsync(page, "label problem");
        await page.At("#new-label-name").FillAsync("questions about cards and other money matters");
        await page.At("#new-label-name").PressAsync("Enter");
        await page.SeesAsync("#learning-now", "1 new correction and 1 deleted correction. Training begins soon.");
        await CheckAsync(page, "waiting");
        var state = server.Service<LearningState>();
        state.Begin(LearningActivity.Training);
        state.Proceed(0.4);
        await page.SeesAsync("#learning-now", "Training with 1 new correction and 1 deleted correction …");
        Assert.True(await page.At("#learning-bar").IsVisibleAsync());
        await CheckAsync(page, "training");
        state.Begin(LearningActivity.Comparing);
        await page.SeesAsync("#learning-now", "Comparing the new model with the old one …");
        Assert.False(await page.At("#learning-bar").IsVisibleAsync());
        await CheckAsync(page, "comparing");
    }

    [Fact]
    public async Task TheKeyboard_DoesEverything()
    {
        _ = chromium.Browser;
        await using DemoServer server = DemoServer.Start(_folder);
        await using OpenPage page = await OpenPage.LoadAsync(chromium, server.Client.BaseAddress!);
        List<string> reached = [];

        await page.Page.Keyboard.PressAsync("Tab");
        await page.Page.Keyboard.PressAsync("Enter"); // skips to the text
        await page.Page.Keyboard.TypeAsync("Not what I ordered.");
        await page.AnsweredAsync("Not what I ordered.");
        await page.Page.Keyboard.PressAsync("Alt+2");
        await page.SeesAsync("#saved", "Saved: ");
        for (int i = 0; i < 13; i++)
        {
            await page.Page.Keyboard.PressAsync("Tab");
            reached.Add(await page.Page.EvaluateAsync<string>("document.activeElement.id || document.activeElement.dataset.label || document.activeElement.textContent"));
        }

        string second = Assert.Single(await server.Client.CorrectionsAsync()).Label;
        Assert.Equal(
            [
                "Not only cheap but surprisingly well made.", "Great screen, shame about the battery.", "How do I block a stolen credit card?",
                Reviews.Other(second), second, "new-label-name", "Add", "undo", "shaded", "file", "Report of the model", "find-suspects", "Report",
            ],
            reached);
    }

    [Fact]
    public async Task EveryControl_HasAName()
    {
        _ = chromium.Browser;
        await using DemoServer server = DemoServer.Start(_folder);
        await using OpenPage page = await OpenPage.LoadAsync(chromium, server.Client.BaseAddress!);
        await page.TypeAsync("Not only cheap but surprisingly well made.");

        Assert.True(await page.Page.GetByRole(AriaRole.Textbox, new() { Name = "Text", Exact = true }).IsVisibleAsync());
        Assert.True(await page.Page.GetByRole(AriaRole.Group, new() { Name = "Is that right? Choose the right label." }).IsVisibleAsync());
        foreach (string label in new[] { "positive", "negative" })
            Assert.True(await page.Page.GetByRole(AriaRole.Button, new() { NameRegex = new($"^Label as {label} \\d+\\.\\d %$") }).IsVisibleAsync(), label);
        Assert.Equal(1, await page.Page.GetByLabel("Choose a file").CountAsync());
        foreach (string title in new[] { "Try a text", "Classify a file", "What it learned", "Labels to check" })
            Assert.True(await page.Page.GetByRole(AriaRole.Region, new() { Name = title }).IsVisibleAsync(), title);
        Assert.Matches(@"^positive, \d+ %$", await page.TextOfAsync("#spoken"));
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Nothing is wider than the page, and axe finds nothing serious, in light and, for the colors, in dark.</summary>
    private static async Task CheckAsync(OpenPage page, string state)
    {
        foreach (ColorScheme scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            if (_screenshots is not null)
            {
                string file = Path.Combine(_screenshots, $"{state}-{page.Page.ViewportSize!.Width}-{scheme}.png");
                await page.Page.ScreenshotAsync(new PageScreenshotOptions { Path = file, FullPage = true });
            }

            Assert.Equal(0, await page.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth"));
            Assert.Empty(await page.Page.EvaluateAsync<string[]>(PokesOut));
            bool hasColorsOfWide = scheme == ColorScheme.Dark && page.Page.ViewportSize!.Width < 1000;
            if (hasColorsOfWide || !_heard.Contains(state)) continue;
            AxeResult result = await page.Page.RunAxe(scheme == ColorScheme.Light ? null : _contrast);
            Assert.NotEmpty(result.Passes);
            Assert.DoesNotContain(
                result.Violations.Select(one => $"{state}, {scheme}: {one.Impact} {one.Id} {string.Join(' ', one.Nodes.Select(node => node.Html))}"),
                violation => violation.Contains(" serious ", StringComparison.Ordinal) || violation.Contains(" critical ", StringComparison.Ordinal));
        }
    }
}
