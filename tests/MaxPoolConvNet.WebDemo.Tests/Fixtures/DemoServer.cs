using MaxPoolConvNet.Samples.WebDemo;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MaxPoolConvNet.WebDemo.Tests;

/// <summary>The app in this process, with its web server on a free port.</summary>
internal sealed class DemoServer : WebApplicationFactory<Program>
{
    private readonly Dictionary<string, string> _settings;

    private DemoServer(TestFolder folder, (string Name, string Value)[] settings)
    {
        Folder = folder;
        _settings = new Dictionary<string, string>
        {
            ["Demo:Folder"] = folder.Path,
            ["Demo:BusyTimeout"] = "00:00:01",
            ["Classifier:CheckInterval"] = "00:00:00.1",
            ["Learning:Delay"] = "01:00:00",
            ["Learning:RetryDelay"] = "00:00:01",
            ["Limits:Requests"] = "1000000",
        };
        foreach ((string name, string value) in settings)
            _settings[name] = value;
    }

    /// <summary>The setting with which the app learns at once; by default, it doesn't.</summary>
    public static (string Name, string Value) Learns => ("Learning:Delay", "00:00:00");

    public TestFolder Folder { get; }

    public HttpClient Client { get; private set; } = null!;

    /// <summary>Starts the app in a folder, with the prepared model unless the folder has one.</summary>
    public static DemoServer Start(TestFolder folder, params (string Name, string Value)[] settings)
    {
        if (!Path.Exists(folder.ModelPath)) PreparedModel.CopyTo(folder.ModelPath);
        return StartWithoutModel(folder, settings);
    }

    /// <summary>Starts the app in a folder as it is.</summary>
    public static DemoServer StartWithoutModel(TestFolder folder, params (string Name, string Value)[] settings)
    {
        var server = new DemoServer(folder, settings);
        server.UseKestrel(0);
        server.StartServer();
        server.Client = server.CreateClient();
        return server;
    }

    /// <summary>Starts the app with 300 reviews, from which it learns at once and soon, and waits until it has.</summary>
    public static async Task<DemoServer> StartSmallAsync(TestFolder folder, params (string Name, string Value)[] settings)
    {
        DemoServer server = StartWithoutModel(folder, [Learns, ("Demo:Texts", Reviews.WriteTo(folder, 300)), .. settings]);
        await Poll.UntilLearnedAsync(server.Client);
        return server;
    }

    public T Service<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public Task<Answer> ClassifyAsync(string text) => Client.ClassifyAsync(text);

    public Task<Status> StatusAsync() => Client.StatusAsync();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach ((string name, string value) in _settings)
            builder.UseSetting(name, value);
        builder.ConfigureLogging(logging => logging.ClearProviders());
    }
}
