using MaxPoolConvNet.Samples.WebDemo;

namespace MaxPoolConvNet.WebDemo.Tests;

/// <summary>A folder of one test for the app's files, below the tests' own.</summary>
internal sealed class TestFolder : IDisposable
{
    public TestFolder() => Directory.CreateDirectory(Path);

    public string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "folders", Guid.NewGuid().ToString("N"));

    public string ModelPath => new DemoOptions { Folder = Path }.ModelPath;

    public string DatabasePath => System.IO.Path.Combine(Path, "corrections.db");

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
