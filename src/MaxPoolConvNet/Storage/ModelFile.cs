using System.Globalization;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Storage;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet;

/// <summary>
/// Looks into model files without making a classifier of them. They are files in the safetensors format, which other programs can open:
/// eight bytes with the length of a JSON header, the header, and the numbers of the tensors, little-endian.
/// </summary>
/// <remarks>
/// The weights have the names and shapes of <see cref="ConvNet.Parameters"/>; of an embedding the part that isn't trained is
/// "embedding.static". "vocabulary" and "labels" have the bytes of all strings in UTF-16 one after the other, "vocabulary.ends" and
/// "labels.ends" where each ends among them. The metadata has the format and its version, the form of the network, the tokenizer, and a
/// CRC-32C over all bytes of the file, in which the checksum's own digits are zeros. Thread-safe.
/// </remarks>
public static class ModelFile
{
    /// <summary>Reads what a model file has, and checks that it is whole.</summary>
    /// <param name="path">The file.</param>
    /// <returns>What it has.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null or empty.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is no model file, damaged, cut off, or of a newer version.</exception>
    public static ModelFileInfo Inspect(string path)
    {
        using Stream file = Open(path);
        return Inspect(file, path);
    }

    /// <summary>Reads what a model in a stream has, and checks that it is whole.</summary>
    /// <param name="stream">The model, from here to the end; stays open. One that can't seek is read into memory first, up to 2 GB.</param>
    /// <returns>What it has.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="InvalidDataException">It isn't a model, it is damaged, cut off or of a newer version.</exception>
    public static ModelFileInfo Inspect(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Inspect(stream.CanSeek ? stream : InMemory(stream), NameOf(stream));
    }

    /// <param name="stream">A stream that can seek.</param>
    /// <param name="name">What errors call it.</param>
    /// <exception cref="InvalidDataException">Whatever is wrong with the file.</exception>
    internal static ModelFileInfo Inspect(Stream stream, string name)
    {
        try
        {
            var header = ModelHeader.Read(stream);
            var reader = new TensorReader(stream, header.Checksum);
            Span<byte> some = stackalloc byte[1 << 12];
            for (long left = stream.Length - stream.Position; left > 0; left -= some.Length)
                reader.Read(some[..(int)Math.Min(left, some.Length)]);
            header.CheckChecksum();
            return new ModelFileInfo(
                int.Parse(header.Content.Metadata[ModelMetadata.FormatVersion], NumberStyles.None, CultureInfo.InvariantCulture),
                header.Bytes,
                header.Content.Metadata[ModelMetadata.Checksum],
                [.. header.Content.Tensors.Select(tensor => new ModelTensor(tensor.Name, tensor.Type.ToString(), tensor.Shape))],
                header.Content.Metadata);
        }
        catch (InvalidDataException problem)
        {
            throw new InvalidDataException($"{name}: {problem.Message}", problem);
        }
    }

    /// <summary>Writes a model to a file, which replaces an old one once it is whole.</summary>
    /// <exception cref="ArgumentException">An option isn't valid.</exception>
    internal static void Save(TrainedModel model, string path, SaveOptions? options)
    {
        ModelWriter writer = Writer(model, options);
        ReplacedFile.Write(path, writer.Write);
    }

    /// <summary>The same to a stream.</summary>
    internal static void Save(TrainedModel model, Stream stream, SaveOptions? options) => Writer(model, options).Write(stream);

    /// <summary>The checksum of the file that a model is saved to by default.</summary>
    internal static string Checksum(TrainedModel model) => Writer(model, null).Checksum();

    /// <exception cref="InvalidDataException">Whatever is wrong with the file.</exception>
    internal static TrainedModel Load(string path, ITokenizer? tokenizer)
    {
        using Stream file = Open(path);
        return ModelReader.Read(file, path, tokenizer);
    }

    /// <exception cref="InvalidDataException">Whatever is wrong with what the stream has.</exception>
    internal static TrainedModel Load(Stream stream, ITokenizer? tokenizer) =>
        ModelReader.Read(stream.CanSeek ? stream : InMemory(stream), NameOf(stream), tokenizer);

    /// <summary>Opens a file for the tensors' reader, which has a buffer of its own; a pipe too, which is read into memory.</summary>
    private static Stream Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan);
        if (file.CanSeek) return file;
        using (file) return InMemory(file);
    }

    /// <summary>All that a stream has which doesn't tell its length.</summary>
    internal static MemoryStream InMemory(Stream stream)
    {
        var memory = new MemoryStream();
        stream.CopyTo(memory);
        memory.Position = 0;
        return memory;
    }

    /// <summary>What errors call a stream.</summary>
    private static string NameOf(Stream stream) => stream is FileStream file ? file.Name : "the stream";

    private static ModelWriter Writer(TrainedModel model, SaveOptions? options)
    {
        options ??= new SaveOptions();
        options.Check();
        return new ModelWriter(model, options);
    }
}
