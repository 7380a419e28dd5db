using System.Runtime.InteropServices;

namespace MaxPoolConvNet.Tool.Terminal;

/// <summary>
/// Turns the first Ctrl+C into a cancellation, and so the signals that containers, services and closed terminals send; a second one ends
/// the process.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations;
    private PosixSignal? _first;

    public Interruption() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel),
        PosixSignalRegistration.Create(PosixSignal.SIGHUP, Cancel),
    ];

    public CancellationToken Token => _source.Token;

    /// <summary>The exit code of a command that was cancelled: 128 plus the number of the signal.</summary>
    public int CodeOf(int exitCode) => exitCode != ExitCode.Cancelled
        ? exitCode
        : _first switch
        {
            PosixSignal.SIGTERM => ExitCode.Terminated,
            PosixSignal.SIGHUP => ExitCode.HungUp,
            _ => ExitCode.Cancelled,
        };

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in _registrations)
            registration.Dispose();
        _source.Dispose();
    }

    private void Cancel(PosixSignalContext signal)
    {
        signal.Cancel = !_source.IsCancellationRequested;
        _first ??= signal.Signal;
        _source.Cancel();
    }
}
