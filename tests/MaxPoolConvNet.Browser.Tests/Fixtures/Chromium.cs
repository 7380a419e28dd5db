using Microsoft.Playwright;

namespace MaxPoolConvNet.Browser.Tests;

/// <summary>
/// The system's Chromium, or the one that <c>MAXPOOL_CHROMIUM</c> names, without a window, for all tests; they are skipped, with the reason, where there is
/// none.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string? _path = Array.Find<string>(
        Environment.GetEnvironmentVariable("MAXPOOL_CHROMIUM") is { } given
            ? [given]
            : ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"],
        File.Exists);

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    internal IBrowser Browser
    {
        get
        {
            if (_browser is null) Assert.Skip("there is no Chromium (Debian: apt-get install chromium), nor does MAXPOOL_CHROMIUM name one");
            return _browser!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (_path is null) return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = _path, Args = ["--no-sandbox"] });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.CloseAsync();
        _playwright?.Dispose();
    }
}
