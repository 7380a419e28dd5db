namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>Lets one training or audit run at a time: the memory for one is enough.</summary>
internal sealed class HeavyWork : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    public async Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(work, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
