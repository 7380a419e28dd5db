using System.Globalization;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Storage;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet;

/// <summary>Inspects model files without loading a classifier. Thread-safe.</summary>
/// <remarks>
/// <para>
/// Model files are in the safetensors format, which other programs can open: eight bytes with the length of a JSON header, the header, and
/// the numbers of the tensors, little-endian.
/// </para>
/// <para>
/// Weights have the names and shapes of <see cref="ConvNet.Parameters"/>; the static part of an embedding is "embedding.static".
/// "vocabulary" and "labels" contain the UTF-16 bytes of all strings, one after the other; "vocabulary.ends" and "labels.ends" contain the
/// offset at which each string ends. The vocabulary of a compact model is compressed. The metadata contains the format and its version, the
/// form of the network, the tokenizer, and a CRC-32C over all bytes of the file, computed with the checksum's own digits set to zero.
/// </para>
/// </remarks>
public static class ModelFile
{
    /// <summary>Reads the header of a model file and verifies the checksum of the whole file.</summary>
    /// <param name="path">The path of the file.</param>
    /// <returns>The contents of the file.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> is <see langword="null"/> or empty.</exception>
    /// <exception cref="FileNotFoundException">The file doesn't exist.</exception>
    /// <exception cref="InvalidDataException">
    /// The file isn't a model file, is damaged or truncated, or has a newer format version.
    /// </exception>
    public static ModelFileInfo Inspect(string path)
    {
        using Stream file = Open(path);
        return Inspect(file, path);
    }

    /// <summary>Reads the header of a model in a stream and verifies the checksum of the whole model.</summary>
    /// <param name="stream">
    /// The model, from the current position to the end. Stays open. A stream that can't seek is first read into memory, up to 2 GB.
    /// </param>
    /// <returns>The contents of the model.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidDataException">
    /// The stream doesn't contain a model, or the model is damaged, truncated or has a newer format version.
    /// </exception>
    public static ModelFileInfo Inspect(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Inspect(stream.CanSeek ? stream : InMemory(stream), NameOf(stream));
    }

    /// <param name="stream">A stream that can seek.</param>
    /// <param name="name">The stream's name in errors.</param>
    /// <exception cref="InvalidDataException">The file isn't valid.</exception>
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

    /// <summary>Writes a model to a file; an old file is replaced when the new one is complete.</summary>
    /// <exception cref="ArgumentException">An option isn't valid.</exception>
    internal static void Save(TrainedModel model, string path, SaveOptions? options)
    {
        ModelWriter writer = Writer(model, options);
        ReplacedFile.Write(path, writer.Write);
    }

    /// <summary>Writes a model to a stream.</summary>
    internal static void Save(TrainedModel model, Stream stream, SaveOptions? options) => Writer(model, options).Write(stream);

    /// <summary>Returns the checksum of the file that saving a model with the default options writes.</summary>
    internal static string Checksum(TrainedModel model) => Writer(model, null).Checksum();

    /// <exception cref="InvalidDataException">The file isn't valid.</exception>
    internal static TrainedModel Load(string path, LoadOptions options)
    {
        using Stream file = Open(path);
        return ModelReader.Read(file, path, options);
    }

    /// <exception cref="InvalidDataException">The stream's contents aren't valid.</exception>
    internal static TrainedModel Load(Stream stream, LoadOptions options) =>
        ModelReader.Read(stream.CanSeek ? stream : InMemory(stream), NameOf(stream), options);

    /// <summary>Opens a file without a buffer, because <see cref="TensorReader"/> has its own. Reads a pipe into memory.</summary>
    private static Stream Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var file = new FileStream(
            path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan);
        if (file.CanSeek) return file;
        using (file) return InMemory(file);
    }

    /// <summary>Reads the rest of a stream that can't seek into memory.</summary>
    internal static MemoryStream InMemory(Stream stream)
    {
        var memory = new MemoryStream();
        stream.CopyTo(memory);
        memory.Position = 0;
        return memory;
    }

    /// <summary>Returns the name of a stream in errors.</summary>
    private static string NameOf(Stream stream) => stream is FileStream file ? file.Name : "the stream";

    private static ModelWriter Writer(TrainedModel model, SaveOptions? options)
    {
        options ??= new SaveOptions();
        options.Check();
        if (options.WeightFormat == WeightFormat.Int8 && !model.IsCompact)
        {
            throw new ArgumentException(
                "the classifier isn't compact, so it can't be saved in 8 bits; make it compact first, or save it in another format",
                nameof(options));
        }

        return new ModelWriter(model, options);
    }
}
