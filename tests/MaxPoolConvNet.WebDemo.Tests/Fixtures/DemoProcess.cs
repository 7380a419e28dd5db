using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;

namespace MaxPoolConvNet.WebDemo.Tests;

/// <summary>The app as a process of its own, which a test may kill.</summary>
internal sealed class DemoProcess : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";

    private static readonly string _program = typeof(DemoProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(one => one.Key == "WebDemoProgram").Value!;

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = [];
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private DemoProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Take(line.Data);
        _process.ErrorDataReceived += (_, line) => Take(line.Data);
        _process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException(string.Join('\n', _output)));
    }

    public HttpClient Client { get; private set; } = null!;

    public string Address => Client.BaseAddress!.AbsoluteUri;

    /// <summary>Starts the app, until it listens.</summary>
    /// <param name="folder">Its files.</param>
    /// <param name="port">Its port; 0 for any.</param>
    /// <param name="learningDelay">How long it waits until it learns.</param>
    public static async Task<DemoProcess> StartAsync(TestFolder folder, int port = 0, string learningDelay = "01:00:00")
    {
        if (!Path.Exists(folder.ModelPath)) PreparedModel.CopyTo(folder.ModelPath);
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        start.ArgumentList.Add(_program);
        string[] settings =
        [
            "--urls", $"http://127.0.0.1:{port}", "--Demo:Folder", folder.Path, "--Classifier:CheckInterval", "00:00:00.1",
            "--Learning:Delay", learningDelay, "--Limits:Requests", "1000000",
        ];
        foreach (string setting in settings)
            start.ArgumentList.Add(setting);
        var process = new DemoProcess(start);
        process._process.Start();
        process._process.BeginOutputReadLine();
        process._process.BeginErrorReadLine();
        process.Client = new HttpClient { BaseAddress = await process._address.Task.WaitAsync(TestContext.Current.CancellationToken) };
        return process;
    }

    /// <summary>Ends the process at once, as kill -9 does: nothing of it runs on.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Client.Dispose();
        _process.Dispose();
    }

    private void Take(string? line)
    {
        if (line is null) return;
        _output.Enqueue(line);
        if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at) _address.TrySetResult(new Uri(line[(at + Listening.Length)..]));
    }
}
