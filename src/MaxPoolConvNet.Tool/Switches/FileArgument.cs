using System.CommandLine;
using MaxPoolConvNet.Tool.Files;

namespace MaxPoolConvNet.Tool.Switches;

/// <summary>An argument that names a file to read.</summary>
/// <param name="name">The argument.</param>
internal sealed class FileArgument(string name) : Argument<string>(name), IFileSymbol
{
    public IEnumerable<NamedFile> FilesOf(ParseResult arguments) =>
        arguments.GetValue(this) is { } path ? [new NamedFile(Name, path, FileUse.Input)] : [];
}
