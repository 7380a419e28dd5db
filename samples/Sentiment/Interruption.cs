using System.Runtime.InteropServices;

namespace MaxPoolConvNet.Samples.Sentiment;

/// <summary>
/// Turns Ctrl+C, and the signals that containers and services send, into a cancellation: after its first epoch, training then returns the
/// best classifier so far. A second signal ends the process.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations;

    public Interruption() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel),
        PosixSignalRegistration.Create(PosixSignal.SIGHUP, Cancel),
    ];

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in _registrations)
            registration.Dispose();
        _source.Dispose();
    }

    private void Cancel(PosixSignalContext signal)
    {
        signal.Cancel = !_source.IsCancellationRequested;
        _source.Cancel();
    }
}
