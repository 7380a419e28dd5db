namespace MaxPoolConvNet.Tool.Files;

/// <summary>A file given to a command.</summary>
/// <param name="Name">The switch or argument that names it.</param>
/// <param name="Path">The path as given; "-" is standard input.</param>
/// <param name="Use">What the command does with it.</param>
internal sealed record NamedFile(string Name, string Path, FileUse Use)
{
    private const string Standard = "-";

    /// <summary>Standard output, which a shell may have redirected to a file.</summary>
    public static NamedFile StandardOutput { get; } = new("standard output", Standard, FileUse.Output);

    /// <summary>Whether it is standard input or output.</summary>
    public bool IsStandard => Path == Standard && (Use == FileUse.Input || ReferenceEquals(this, StandardOutput));

    /// <summary>Its name in error messages.</summary>
    public override string ToString() => !IsStandard ? $"{Name} {Path}" : Use == FileUse.Input ? "standard input" : Name;
}
