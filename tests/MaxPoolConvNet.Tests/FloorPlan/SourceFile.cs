namespace MaxPoolConvNet.Tests.FloorPlan;

/// <summary>A C# file: its path from the project's folder on, with slashes, and its code.</summary>
internal sealed class SourceFile(string path, string code)
{
    public string Path { get; } = path;

    public string Code { get; } = code;

    /// <summary>The first folder of the path; empty for a file beside the project.</summary>
    public string Folder => Path.Contains('/', StringComparison.Ordinal) ? Path[..Path.IndexOf('/', StringComparison.Ordinal)] : "";

    /// <summary>The name without its folders.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>Lines of code; the end of the last one begins no further line.</summary>
    public int LineCount => Code.Count(character => character == '\n') + (Code.EndsWith('\n') ? 0 : 1);
}
