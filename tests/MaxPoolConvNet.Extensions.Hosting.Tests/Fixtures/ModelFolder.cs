namespace MaxPoolConvNet.Extensions.Hosting.Tests;

/// <summary>A folder with a model file, gone after the test. Every file written has a last write time of its own.</summary>
internal sealed class ModelFolder : IDisposable
{
    private DateTime _writtenAt = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public ModelFolder(byte[] model) => Replace(model);

    public string Folder { get; } = Directory.CreateTempSubdirectory("MaxPoolConvNet-").FullName;

    public string Model => Path("model.safetensors");

    public string Path(string name) => System.IO.Path.Combine(Folder, name);

    /// <summary>Replaces the model file as <see cref="TextClassifier.Save(string, SaveOptions?)"/> does: by a new file, moved over it.</summary>
    public void Replace(byte[] model)
    {
        Write("next", model);
        File.Move(Path("next"), Model, overwrite: true);
    }

    public void Write(string name, byte[] content)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path(name))!);
        File.WriteAllBytes(Path(name), content);
        _writtenAt = _writtenAt.AddSeconds(1);
        File.SetLastWriteTimeUtc(Path(name), _writtenAt);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
