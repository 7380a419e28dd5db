using Microsoft.Playwright;

namespace MaxPoolConvNet.Browser.Tests;

/// <summary>The page, loaded from a server of its own in a fresh profile, as a user sees it. Its errors fail the test.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _errors = [];

    private OpenPage(PageServer server, IBrowserContext context, IPage page)
    {
        (Server, _context, Page) = (server, context, page);
        context.SetDefaultTimeout(120_000);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") _errors.Add($"{message.Type}: {message.Text}");
        };
        page.PageError += (_, problem) => _errors.Add(problem);
    }

    public PageServer Server { get; }

    public IPage Page { get; }

    /// <summary>Loads the page, until the library is ready.</summary>
    public static async Task<OpenPage> LoadAsync(Chromium chromium, int width = 1280)
    {
        IBrowser browser = chromium.Browser;
        PageServer server = await PageServer.StartAsync();
        IBrowserContext context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
        });
        var page = new OpenPage(server, context, await context.NewPageAsync());
        await page.Page.GotoAsync(server.Address);
        await page.AwaitReadyAsync();
        return page;
    }

    public Task AwaitReadyAsync() => Page.Locator("#reviews:enabled").WaitForAsync();

    /// <summary>Chooses a file of labeled texts, which starts a training.</summary>
    public Task ChooseTextsAsync(string name, byte[] content) => ChooseAsync("#texts-file", name, content);

    /// <summary>Trains on a file to the end.</summary>
    public async Task TrainAsync(string name, byte[] content)
    {
        await ChooseTextsAsync(name, content);
        await AwaitTrainedAsync();
    }

    public async Task AwaitTrainedAsync()
    {
        await Page.Locator("#figures:not([hidden]), #training-error:not([hidden])").First.WaitForAsync();
        Assert.Equal("", await TextOfAsync("#training-error"));
        await Page.Locator("#training").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden });
    }

    public Task ChooseModelAsync(string name, byte[] content) => ChooseAsync("#model-file", name, content);

    public async Task OpenModelAsync(string name, byte[] content)
    {
        await ChooseModelAsync(name, content);
        await Page.Locator("#model", new PageLocatorOptions { HasText = name }).WaitForAsync();
    }

    /// <summary>Types a text and waits for its prediction.</summary>
    public async Task TypeAsync(string text)
    {
        await Page.Locator("#text").FillAsync(text);
        await AwaitPredictionAsync();
    }

    public Task AwaitPredictionAsync() => Page.Locator("#result[aria-busy=false]").WaitForAsync();

    /// <summary>Waits for the message in an element and returns it.</summary>
    public async Task<string> MessageAsync(string selector)
    {
        await Page.Locator(selector).WaitForAsync();
        return await TextOfAsync(selector);
    }

    public async Task<string> TextOfAsync(string selector) => (await Page.Locator(selector).TextContentAsync())!;

    /// <summary>The labels and percentages of the bars, the most probable first.</summary>
    public async Task<IReadOnlyList<(string Label, string Percent)>> BarsAsync()
    {
        string[][] bars = await Page.EvaluateAsync<string[][]>(
            "[...document.querySelectorAll('#labels button')].map(one => [one.querySelector('bdi').textContent, one.children[1].textContent])");
        return [.. bars.Select(bar => (bar[0], bar[1]))];
    }

    public async ValueTask DisposeAsync()
    {
        await _context.CloseAsync();
        await Server.DisposeAsync();
        Assert.Empty(_errors);
    }

    private Task ChooseAsync(string input, string name, byte[] content) =>
        Page.Locator(input).SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = content });
}
