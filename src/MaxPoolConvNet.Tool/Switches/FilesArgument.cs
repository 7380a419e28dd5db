using System.CommandLine;
using MaxPoolConvNet.Tool.Files;

namespace MaxPoolConvNet.Tool.Switches;

/// <summary>An argument that names any number of files to read.</summary>
/// <param name="name">The argument.</param>
internal sealed class FilesArgument(string name) : Argument<string[]>(name), IFileSymbol
{
    public IEnumerable<NamedFile> FilesOf(ParseResult arguments) =>
        arguments.GetValue(this)!.Select(path => new NamedFile(Name, path, FileUse.Input));
}
