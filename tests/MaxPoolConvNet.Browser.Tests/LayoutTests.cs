using System.Globalization;
using Microsoft.Playwright;

namespace MaxPoolConvNet.Browser.Tests;

/// <summary>The page at the widths of a phone and of a desk, in light and dark, with keyboard and screen reader.</summary>
[Collection(BrowserCollection.Name)]
public sealed class LayoutTests(Chromium chromium)
{
    // luminances by WCAG 2, of an element's text and of what is behind it
    private const string Contrasts = """
        [...document.querySelectorAll('h1, h2, h3, p, label, button, th, td, li, summary, .error')].filter(one => one.checkVisibility() && one.textContent.trim()).map(one => {
            const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', { willReadFrequently: true });
            const luminance = color => {
                canvas.fillStyle = color;
                canvas.fillRect(0, 0, 1, 1);
                const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map(v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
            };
            let behind = one;
            while (getComputedStyle(behind).backgroundColor === 'rgba(0, 0, 0, 0)') behind = behind.parentElement;
            const [low, high] = [luminance(getComputedStyle(one).color), luminance(getComputedStyle(behind).backgroundColor)].sort((a, b) => a - b);
            return `${((high + 0.05) / (low + 0.05)).toFixed(2)} ${one.id || one.textContent.trim().slice(0, 40)}`;
        })
        """;

    [Theory]
    [InlineData(380)]
    [InlineData(1280)]
    public async Task EveryState_FitsAndCanBeRead(int width)
    {
        await using OpenPage page = await OpenPage.LoadAsync(chromium, width);
        await CheckAsync(page, "ready");
        await page.Page.Locator("#settings summary").ClickAsync();
        await CheckAsync(page, "settings");
        await page.Page.Locator("#reviews").ClickAsync();
        await page.Page.Locator("#epoch-rows tr").First.WaitForAsync();
        await CheckAsync(page, "training");
        await page.Page.Locator("#cancel").ClickAsync();
        await page.MessageAsync("#training-status:not(:empty)");
        await CheckAsync(page, "cancelled");
        await page.TrainAsync(new string('n', 80) + ".csv", Files.Reviews);
        await page.TypeAsync("Not only cheap but surprisingly well made, though the battery hardly lasts a day. " + new string('w', 100));
        await CheckAsync(page, "trained");
        await page.ChooseModelAsync("broken.safetensors", [1, 2, 3]);
        await page.MessageAsync("#model-error:not([hidden])");
        await page.ChooseTextsAsync("broken.csv", "a,\"b\n"u8.ToArray());
        await page.MessageAsync("#training-error:not([hidden])");
        await CheckAsync(page, "errors");
    }

    [Fact]
    public async Task EveryControl_HasAName()
    {
        await using OpenPage page = await OpenPage.LoadAsync(chromium);
        await page.Page.Locator("#settings summary").ClickAsync();
        await page.OpenModelAsync("model.safetensors", Files.ModelOf("two labels"));
        await page.TypeAsync("İstanbul");

        foreach (string name in new[] { "Label column", "Text column", "Separator of several labels", "Encoding", "Text" })
            Assert.True(await page.Page.GetByRole(AriaRole.Textbox, new() { Name = name, Exact = true }).IsVisibleAsync(), name);
        foreach (string name in new[] { "Try with 600 reviews", "lábel 0", "lábel 1" })
            Assert.True(await page.Page.GetByRole(AriaRole.Button, new() { Name = name }).IsVisibleAsync(), name);
        Assert.Equal(1, await page.Page.GetByLabel("Choose a file of labeled texts").CountAsync());
        Assert.Equal(1, await page.Page.GetByLabel("Open a model file").CountAsync());
        foreach (string name in new[] { "Networks", "Format" })
            Assert.Equal(1, await page.Page.GetByRole(AriaRole.Combobox, new() { Name = name }).CountAsync());
    }

    [Fact]
    public async Task TheKeyboard_ReachesEverything()
    {
        await using OpenPage page = await OpenPage.LoadAsync(chromium);
        await page.OpenModelAsync("model.safetensors", Files.ModelOf("two labels"));
        await page.TypeAsync("İstanbul");
        await page.Page.Locator("h1").ClickAsync();
        List<string> reached = [];

        for (int i = 0; i < 7; i++)
        {
            await page.Page.Keyboard.PressAsync("Tab");
            reached.Add(await page.Page.EvaluateAsync<string>("document.activeElement.id || document.activeElement.tagName + ' ' + document.activeElement.parentElement.tagName"));
        }

        Assert.Equal(["texts-file", "reviews", "SUMMARY DETAILS", "model-file", "text", "BUTTON LI", "BUTTON LI"], reached);
        await page.Page.Keyboard.PressAsync("Enter");
        await page.Page.Locator("#labels li:last-child [aria-pressed=true]").WaitForAsync();
    }

    /// <summary>Nothing is wider than the page, and texts have at least the contrast of 4.5 that WCAG's level AA asks for.</summary>
    private static async Task CheckAsync(OpenPage page, string state)
    {
        foreach (ColorScheme scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            if (Environment.GetEnvironmentVariable("MAXPOOL_SCREENSHOTS") is { } folder)
            {
                string file = Path.Combine(folder, $"{state}-{page.Page.ViewportSize!.Width}-{scheme}.png");
                await page.Page.ScreenshotAsync(new PageScreenshotOptions { Path = file, FullPage = true });
            }

            Assert.Equal(0, await page.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth"));
            Assert.Equal(0, await page.Page.EvaluateAsync<int>(
                "Math.max(...[...document.querySelectorAll('.scroll')].map(one => one.scrollWidth - one.clientWidth))"));
            string[] contrasts = await page.Page.EvaluateAsync<string[]>(Contrasts);
            Assert.NotEmpty(contrasts);
            Assert.DoesNotContain(contrasts, one => double.Parse(one.Split(' ')[0], CultureInfo.InvariantCulture) < 4.5);
        }
    }
}
