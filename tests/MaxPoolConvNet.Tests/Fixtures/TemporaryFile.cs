namespace MaxPoolConvNet.Tests;

/// <summary>A file that is gone after the test.</summary>
internal sealed class TemporaryFile : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("MaxPoolConvNet-").FullName;

    public TemporaryFile(string name, byte[] content)
        : this(name) => File.WriteAllBytes(Path, content);

    /// <summary>A place for a file that isn't there yet.</summary>
    public TemporaryFile(string name) => Path = System.IO.Path.Combine(_folder, name);

    public string Path { get; }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
