namespace MaxPoolConvNet.WebDemo.Tests;

/// <summary>An app for all tests of a class, which don't change it.</summary>
public sealed class SharedServer : IAsyncLifetime
{
    private readonly TestFolder _folder = new();
    private DemoServer? _server;

    internal DemoServer Server => _server!;

    public ValueTask InitializeAsync()
    {
        _server = DemoServer.Start(_folder);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _server!.DisposeAsync();
        _folder.Dispose();
    }
}
