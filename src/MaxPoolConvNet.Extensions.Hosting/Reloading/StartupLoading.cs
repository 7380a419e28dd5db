using Microsoft.Extensions.Hosting;

namespace MaxPoolConvNet.Extensions.Hosting;

/// <summary>Loads a classifier before the host starts its services, so that a bad file ends the start with an error.</summary>
internal sealed class StartupLoading(ReloadingClassifier classifier) : IHostedLifecycleService
{
    /// <summary>Loads on another thread, so that a host that starts its services concurrently loads several files at a time.</summary>
    public Task StartingAsync(CancellationToken cancellationToken) =>
        Task.Run(() => { classifier.Load(cancellationToken); }, cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
