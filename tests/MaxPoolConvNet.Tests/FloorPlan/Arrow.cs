namespace MaxPoolConvNet.Tests.FloorPlan;

/// <summary>A file knows a type that another one declares.</summary>
/// <param name="File">The path of the file that knows it.</param>
/// <param name="Folder">That file's folder.</param>
/// <param name="From">The outermost type whose code knows it; null for code outside a type, such as an alias.</param>
/// <param name="To">The outermost type that is known.</param>
/// <param name="ToFolder">The folder of that type.</param>
/// <param name="IsByName">Whether the code names the type; if not, it only uses a member or a value of it.</param>
internal sealed record Arrow(string File, string Folder, string? From, string To, string ToFolder, bool IsByName)
{
    public override string ToString() => $"{File} -> {To}";
}
