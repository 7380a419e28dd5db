using MaxPoolConvNet.Browser.Tests;
using Microsoft.Playwright;

namespace MaxPoolConvNet.WebDemo.Tests;

/// <summary>The app's page in a fresh profile, as a user sees it. What the console reports fails the test, unless it is expected.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _errors = [];
    private readonly string? _expectedError;

    private OpenPage(IBrowserContext context, IPage page, string? expectedError)
    {
        (_context, Page, _expectedError) = (context, page, expectedError);
        context.SetDefaultTimeout(60_000);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") _errors.Add($"{message.Type}: {message.Text}");
        };
        page.PageError += (_, problem) => _errors.Add(problem);
    }

    public IPage Page { get; }

    /// <summary>Loads the page, until it shows the model.</summary>
    /// <param name="chromium">The browser.</param>
    /// <param name="address">The address of the app.</param>
    /// <param name="width">The width in pixels.</param>
    /// <param name="expectedError">A part of the console's messages that are expected; null for none.</param>
    public static async Task<OpenPage> LoadAsync(Chromium chromium, Uri address, int width = 1280, string? expectedError = null)
    {
        IBrowserContext context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
        });
        var page = new OpenPage(context, await context.NewPageAsync(), expectedError);
        await page.Page.GotoAsync(address.AbsoluteUri);
        await page.SeesAsync("#model", "trained on");
        return page;
    }

    public ILocator At(string selector) => Page.Locator(selector);

    /// <summary>Waits until an element has a text.</summary>
    public Task SeesAsync(string selector, string text) => Page.Locator(selector, new() { HasText = text }).First.WaitForAsync();

    public async Task<string> TextOfAsync(string selector) => (await Page.Locator(selector).First.TextContentAsync())!;

    /// <summary>Types a text as a person does, and waits for its answer.</summary>
    public async Task TypeAsync(string text)
    {
        await Page.Locator("#text").FillAsync("");
        await Page.Locator("#text").PressSequentiallyAsync(text);
        await AnsweredAsync(text);
    }

    /// <summary>Waits for the answer to a text.</summary>
    public async Task AnsweredAsync(string text)
    {
        await Page.Locator("#result[aria-busy=false]").WaitForAsync();
        await Page.WaitForFunctionAsync("text => document.getElementById('shaded').textContent === text", text);
    }

    public Task ChooseFileAsync(string name, byte[] content) =>
        Page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/plain", Buffer = content });

    /// <summary>Drops a file on the footer: the whole page takes files.</summary>
    public async Task DropFileAsync(string name, byte[] content)
    {
        IJSHandle data = await Page.EvaluateHandleAsync(
            """
            ([name, base64]) => {
                const data = new DataTransfer();
                data.items.add(new File([Uint8Array.from(atob(base64), one => one.charCodeAt(0))], name));
                return data;
            }
            """,
            new[] { name, Convert.ToBase64String(content) });
        await Page.Locator("footer").DispatchEventAsync("drop", new { dataTransfer = data });
    }

    public async ValueTask DisposeAsync()
    {
        await _context.CloseAsync();
        Assert.DoesNotContain(_errors, error => _expectedError is null || !error.Contains(_expectedError, StringComparison.Ordinal));
    }
}
