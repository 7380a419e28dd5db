using System.CommandLine;
using MaxPoolConvNet.Tool.Files;

namespace MaxPoolConvNet.Tool.Switches;

/// <summary>A switch that names a file.</summary>
/// <param name="name">The switch.</param>
/// <param name="use">What the command does with the file.</param>
internal sealed class FileSwitch(string name, FileUse use) : Option<string?>(name), IFileSymbol
{
    public IEnumerable<NamedFile> FilesOf(ParseResult arguments) =>
        arguments.GetValue(this) is { } path ? [new NamedFile(Name, path, use)] : [];
}
