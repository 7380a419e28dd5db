using System.Net;
using System.Net.Sockets;
using MaxPoolConvNet.Extensions.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MaxPoolConvNet.Benchmarks.Serving;

/// <summary>A web app on a free port of the loopback interface: the classifier behind the package, and two endpoints to compare it with.</summary>
internal sealed class LoadServer : IAsyncDisposable
{
    /// <summary>An endpoint that does nothing.</summary>
    public const string Empty = "/empty";

    /// <summary>An endpoint that reads and writes the same JSON as the classifier's, without a classifier.</summary>
    public const string Json = "/json";

    /// <summary>The classifier's endpoint.</summary>
    public const string Predict = "/predict";

    private readonly WebApplication _app;

    private LoadServer(WebApplication app, int port, ReloadLog log)
    {
        _app = app;
        Log = log;
        Port = port;
    }

    public int Port { get; }

    public ReloadLog Log { get; }

    public ITextClassifierService Classifiers => _app.Services.GetRequiredService<ITextClassifierService>();

    /// <param name="model">The path of the model file.</param>
    public static async Task<LoadServer> StartAsync(string model)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        var log = new ReloadLog();
        int port = FreePort();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, port));
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning).AddFilter("MaxPoolConvNet", LogLevel.Information).AddProvider(log);
        builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, LoadJson.Default));
        builder.Services.AddTextClassifier(options =>
            (options.Path, options.ReloadOnChange, options.CheckInterval) = (model, true, TimeSpan.FromSeconds(0.1)));
        builder.Services.AddHealthChecks().AddTextClassifier();
        WebApplication app = builder.Build();
        app.MapPost(Empty, static () => { });
        var constant = new Answer("positive", 0.97512345678901234, "crc32c:00000000");
        app.MapPost(Json, (Question question) => question.Text.Length > 0 ? constant : null);
        app.MapPost(Predict, (Question question, ITextClassifierService classifiers) =>
        {
            TextClassifierSnapshot current = classifiers.Current;
            return Answer.Of(current.Predict(question.Text), current.Checksum);
        });
        app.MapHealthChecks("/health");
        await app.StartAsync();
        return new LoadServer(app, port, log);
    }

    public async Task<string> HealthAsync()
    {
        using var client = new HttpClient();
        return await client.GetStringAsync(new Uri($"http://127.0.0.1:{Port}/health"));
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
