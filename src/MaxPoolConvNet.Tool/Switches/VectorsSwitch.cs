using System.CommandLine;
using MaxPoolConvNet.English;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Tool.Files;

namespace MaxPoolConvNet.Tool.Switches;

/// <summary>The switch --vectors: a file of word vectors, or those of English that the tool brings.</summary>
internal sealed class VectorsSwitch : Option<string?>, IFileSymbol
{
    private const string English = EnglishVectors.Name;

    public VectorsSwitch()
        : base("--vectors")
    {
        Description = $"word vectors: {English}, or a file of word2vec (text or binary), GloVe or fastText .vec; may be gzipped";
        HelpName = $"{English}|FILE";
    }

    public IEnumerable<NamedFile> FilesOf(ParseResult arguments) =>
        arguments.GetValue(this) is { } path and not English ? [new NamedFile(Name, path, FileUse.Input)] : [];

    /// <summary>Reads the vectors; null if none are asked for.</summary>
    public WordVectors? Read(ParseResult arguments) => arguments.GetValue(this) switch
    {
        null => null,
        English => EnglishVectors.Load(),
        var path => WordVectorFile.Read(path),
    };
}
