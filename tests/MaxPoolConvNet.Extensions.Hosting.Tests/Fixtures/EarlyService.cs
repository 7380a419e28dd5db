using Microsoft.Extensions.Hosting;

namespace MaxPoolConvNet.Extensions.Hosting.Tests;

/// <summary>A service of an app, added before the classifier, that looks for it at its start.</summary>
internal sealed class EarlyService(ITextClassifierService classifiers) : IHostedService
{
    public TextClassifierSnapshot? Found { get; private set; }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        Found = classifiers.Status.Current;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
