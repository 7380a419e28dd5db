using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.Logging;

namespace MaxPoolConvNet.Browser.Tests;

/// <summary>A server of static files on a free port of this machine, as any other: it sends the compressed forms, and counts what it sends.</summary>
internal sealed class PageServer : IAsyncDisposable
{
    private static readonly string _folder = typeof(PageServer).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(one => one.Key == "PageFolder").Value!;

    private readonly FileExtensionContentTypeProvider _types = new() { Mappings = { [".tsv"] = "text/tab-separated-values" } };
    private readonly ConcurrentQueue<SentFile> _sent = [];
    private readonly WebApplication _app;

    private PageServer()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    /// <summary>The address of the page. A browser takes localhost for a place as safe as HTTPS.</summary>
    public string Address => _app.Urls.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal) + "/";

    /// <summary>What was asked for and sent.</summary>
    public IReadOnlyList<SentFile> Sent => [.. _sent];

    public static async Task<PageServer> StartAsync()
    {
        var server = new PageServer();
        await server._app.StartAsync();
        return server;
    }

    /// <summary>Forgets what was sent.</summary>
    public void Clear() => _sent.Clear();

    public Task StopAsync() => _app.StopAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        string name = context.Request.Path == "/" ? "index.html" : context.Request.Path.Value![1..];
        string file = Path.GetFullPath(Path.Combine(_folder, name));
        bool isKnown = file.StartsWith(_folder, StringComparison.Ordinal) && File.Exists(file);
        byte[] content = [];
        if (isKnown)
        {
            bool isCompressed = File.Exists(file + ".br") && context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal);
            content = await File.ReadAllBytesAsync(isCompressed ? file + ".br" : file, context.RequestAborted);
            if (isCompressed) context.Response.Headers.ContentEncoding = "br";
            context.Response.ContentType = _types.TryGetContentType(file, out string? type) ? type : "application/octet-stream";
            context.Response.Headers.CacheControl = "no-cache";
        }

        _sent.Enqueue(new SentFile(
            context.Request.Method, context.Request.Path + context.Request.QueryString, context.Request.ContentLength ?? 0, isKnown, content.Length));
        context.Response.StatusCode = isKnown ? StatusCodes.Status200OK : StatusCodes.Status404NotFound;
        await context.Response.Body.WriteAsync(content, context.RequestAborted);
    }
}
