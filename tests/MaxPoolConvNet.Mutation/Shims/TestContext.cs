namespace Xunit;

/// <summary>What the tests use of xUnit v3's type of this name.</summary>
internal sealed class TestContext
{
    private readonly CancellationTokenSource _source = new();

    public static TestContext Current { get; } = new();

    // one that can be cancelled, as in xUnit v3: a training that nobody follows takes another way
    public CancellationToken CancellationToken => _source.Token;
}
