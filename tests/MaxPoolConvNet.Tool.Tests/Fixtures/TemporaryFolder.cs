using System.Text;
using MaxPoolConvNet.Tests;

namespace MaxPoolConvNet.Tool.Tests;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("maxpool-").FullName;

    public string PathOf(string name) => Path.Combine(_folder, name);

    public string Write(string name, string content) => Write(name, Encoding.UTF8.GetBytes(content));

    public string Write(string name, byte[] content)
    {
        File.WriteAllBytes(PathOf(name), content);
        return PathOf(name);
    }

    /// <summary>A pipe that has a name among the files; not on Windows.</summary>
    public string MakePipe(string name) => NamedPipe.Make(PathOf(name));

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
