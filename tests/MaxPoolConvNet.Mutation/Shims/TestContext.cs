namespace Xunit;

/// <summary>What the tests use of xUnit v3's type of this name.</summary>
internal sealed class TestContext
{
    public static TestContext Current { get; } = new();

    public CancellationToken CancellationToken { get; } = CancellationToken.None;
}
