using System.CommandLine;
using MaxPoolConvNet.English;

Option<FileInfo> words = new("--words")
{
    Description = "the words, the most frequent first, one per line; after a tab, the text that stands for the word, if it isn't the word",
    DefaultValueFactory = _ => new FileInfo(Path.Combine(AppContext.BaseDirectory, "words.txt")),
};
Option<FileInfo[]> encoders = new("--encoder")
{
    Description = "an encoder as an ONNX model, with its vocabulary as vocab.txt beside it; repeat it for several "
        + "[default: all-MiniLM-L6-v2 and snowflake-arctic-embed-xs, from their packages]",
};
Option<int> dimension = new("--dimension") { Description = "numbers of a vector", DefaultValueFactory = _ => 256 };
Option<FileInfo> output = new("--output") { Description = "the file to write", Required = true };
RootCommand command = new("Makes word vectors from sentence encoders.") { words, encoders, dimension, output };
command.SetAction(parsed =>
{
    FileInfo[] given = parsed.GetValue(encoders) ?? [];
    var list = WordList.Read(parsed.GetValue(words)!.FullName);
    var made = VectorMaker.Make(
        list,
        given.Length > 0 ? [.. given.Select(EncoderSource.OfFile)] : EncoderSource.OfPackages,
        parsed.GetValue(dimension),
        Console.Out);
    using FileStream file = File.Create(parsed.GetValue(output)!.FullName);
    made.Write(file);
});
return command.Parse(args).Invoke();
