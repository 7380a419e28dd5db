using System.CommandLine;
using MaxPoolConvNet.Tool.Files;

namespace MaxPoolConvNet.Tool.Switches;

/// <summary>A switch or argument that names a file.</summary>
internal interface IFileSymbol
{
    /// <summary>The file that the arguments name; null for none.</summary>
    NamedFile? FileOf(ParseResult arguments);
}
