using System.CommandLine;
using MaxPoolConvNet.Tool.Files;

namespace MaxPoolConvNet.Tool.Switches;

/// <summary>A switch or argument that names files.</summary>
internal interface IFileSymbol
{
    /// <summary>The files named by the arguments; none if none are.</summary>
    IEnumerable<NamedFile> FilesOf(ParseResult arguments);
}
