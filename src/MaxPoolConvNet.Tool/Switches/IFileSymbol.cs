using System.CommandLine;
using MaxPoolConvNet.Tool.Files;

namespace MaxPoolConvNet.Tool.Switches;

/// <summary>A switch or argument that names a file.</summary>
internal interface IFileSymbol
{
    /// <summary>The file named by the arguments; null if none is.</summary>
    NamedFile? FileOf(ParseResult arguments);
}
