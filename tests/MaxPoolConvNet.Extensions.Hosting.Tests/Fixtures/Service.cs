using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace MaxPoolConvNet.Extensions.Hosting.Tests;

/// <summary>A host with one classifier, whose time passes only when a test says so.</summary>
internal sealed class Service : IAsyncDisposable
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private readonly IHost _host;
    private bool _isStarted;

    public Service(Action<TextClassifierOptions> configure)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.Services.AddSingleton<ILoggerProvider>(Log);
        builder.Services.AddTextClassifier(configure);
        builder.Services.AddHealthChecks().AddTextClassifier();
        _host = builder.Build();
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.Zero));

    public RecordedLog Log { get; } = new();

    public ITextClassifierService Classifiers => _host.Services.GetRequiredService<ITextClassifierService>();

    public IServiceProvider Services => _host.Services;

    public static async Task<Service> StartAsync(ModelFolder folder, Action<TextClassifierOptions>? configure = null)
    {
        var service = new Service(options =>
        {
            options.Path = folder.Model;
            options.ReloadOnChange = true;
            configure?.Invoke(options);
        });
        await service.StartAsync();
        return service;
    }

    public async Task StartAsync()
    {
        await _host.StartAsync();
        _isStarted = true;
    }

    /// <summary>Lets the time of some checks pass. They are done when this returns.</summary>
    public void Check(int times = 1)
    {
        for (int t = 0; t < times; t++)
            Time.Advance(Interval);
    }

    public async Task<HealthReportEntry> HealthAsync()
    {
        HealthReport report = await Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        return report.Entries["text-classifier"];
    }

    public async ValueTask DisposeAsync()
    {
        if (_isStarted) await _host.StopAsync();
        _host.Dispose();
    }
}
