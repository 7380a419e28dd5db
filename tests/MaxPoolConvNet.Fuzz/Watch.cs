namespace MaxPoolConvNet.Fuzz;

/// <summary>Ends the program if an input hangs: what doesn't return can't be reported in another way.</summary>
internal sealed class Watch : IDisposable
{
    /// <summary>Longer than what counts as hanging: a slow input that does return is reported like others.</summary>
    private const int Factor = 4;

    private readonly Timer _timer;

    public Watch(string name, long number, Func<string> save) => _timer = new Timer(
        _ =>
        {
            Console.Error.WriteLine($"{name}: input {number} still runs after {Factor * FuzzOptions.Patience.TotalSeconds} s; it is in {save()}");
            Environment.Exit(1);
        },
        state: null,
        Factor * FuzzOptions.Patience,
        Timeout.InfiniteTimeSpan);

    public void Dispose() => _timer.Dispose();
}
