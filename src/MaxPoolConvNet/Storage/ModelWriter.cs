using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Storage;

/// <summary>Writes a model as a safetensors file. The same model always gives the same bytes.</summary>
internal sealed class ModelWriter
{
    private readonly List<(string Name, TensorType Type, ImmutableArray<long> Shape, Action<TensorWriter> Write)> _tensors = [];
    private readonly ImmutableSortedDictionary<string, string> _metadata;

    public ModelWriter(TrainedModel model, SaveOptions options)
    {
        LittleEndian.Check();
        (Network<float> network, TextEncoder encoder, LabelSet labels) = model;
        bool quantized = model.IsCompact && (options.WeightFormat ?? WeightFormat.Int8) == WeightFormat.Int8;
        NetworkShape form = NetworkShape.Of(network, quantized);
        bool inBytes = (options.WeightFormat ?? WeightFormat.Int8) == WeightFormat.Int8;
        bool quantizedVectors = inBytes && network.Embedding is { Scales.Length: > 0 };
        VectorReference? reference = null;
        int[]? ownVectors = null;
        if (options.ReferencedVectors is { } referenced)
        {
            (reference, ownVectors) = VectorReference.Of(network.Embedding, encoder.Vocabulary, referenced);
            if (ownVectors.Length > 0) Add(VectorReference.OwnWords, ownVectors);
        }

        int version = reference is not null || model.Texts is not null ? ModelMetadata.Version
            : quantizedVectors ? ModelMetadata.VersionOfQuantizedVectors
            : quantized ? ModelMetadata.VersionOfQuantizedFilters
            : ModelMetadata.VersionOfFullWeights;
        foreach (TensorBlock block in NetworkTensors.Of(network, quantized, quantizedVectors, ownVectors))
        {
            bool inHalf = quantized ? block.FitsInHalf : block.IsLarge && options.WeightFormat == WeightFormat.BFloat16;
            TensorType type = block.Scales.Length > 0 ? TensorType.I8 : inHalf ? TensorType.BF16 : TensorType.F32;
            _tensors.Add((block.Name, type, [block.Rows, block.Columns], writer => writer.Write(block, type)));
        }

        for (int b = 0; quantized && b < network.Banks.Length; b++)
        {
            if (network.Tables[b].Quantized is not { } filters) continue;
            (byte[] gaps, byte[] values) = QuantizedTensors.Pack(filters);
            Add(ParameterNames.Filters + network.Suffix(b) + QuantizedTensors.Gaps, gaps);
            Add(ParameterNames.Filters + network.Suffix(b) + QuantizedTensors.Values, values);
        }

        if (model.Familiarity is { } familiarity)
        {
            Add(StoredFamiliarity.Quantiles, StoredFamiliarity.NumbersOf(familiarity));
            Add(StoredFamiliarity.Costs, familiarity.Costs.ToArray());
        }

        if (model.Texts is { } texts) Add(StoredTexts.Tensor, StoredTexts.BytesOf(texts));
        if (quantized) AddPacked(StringTable.Words, encoder.Vocabulary.Words);
        else Add(StringTable.Words, encoder.Vocabulary.Words);
        Add(StringTable.Labels, labels.Labels);
        _metadata = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal,
        [
            KeyValuePair.Create(ModelMetadata.Format, ModelMetadata.FormatName),
            KeyValuePair.Create(ModelMetadata.FormatVersion, FormattableString.Invariant($"{version}")),
            KeyValuePair.Create(ModelMetadata.Network, form.ToJson()),
            KeyValuePair.Create(ModelMetadata.Tokenizer, StoredTokenizer.ToJson(encoder.Tokenizer)),
            KeyValuePair.Create(ModelMetadata.UnknownWords, encoder.Vocabulary.UnknownWords.ToString()),
            .. VectorsOf(reference),
            .. StoredReports.Of(model, quantized),
            .. ModelMetadata.OfUser(options.Metadata ?? model.Metadata),
        ]);
    }

    private static IEnumerable<KeyValuePair<string, string>> VectorsOf(VectorReference? reference) =>
        reference is null ? [] : [KeyValuePair.Create(ModelMetadata.Vectors, reference.ToJson())];

    /// <summary>Computes the checksum of the file.</summary>
    public string Checksum() => ModelMetadata.Shown(Write(Stream.Null, ModelMetadata.NoChecksum));

    public void Write(Stream stream) => Write(stream, Checksum());

    /// <summary>The length of the file.</summary>
    public long ByteCount => sizeof(long) + Header(ModelMetadata.NoChecksum).Length + Entries()[^1].End;

    private Crc32C Write(Stream stream, string checksum)
    {
        byte[] header = Header(checksum);
        byte[] length = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        var writer = new TensorWriter(stream);
        writer.Write(length);
        writer.Write(header);
        foreach (var tensor in Ordered)
            tensor.Write(writer);
        writer.Flush();
        return writer.Checksum;
    }

    // tensors with larger numbers first, so that each begins at a multiple of the size of its numbers
    private IEnumerable<(string Name, TensorType Type, ImmutableArray<long> Shape, Action<TensorWriter> Write)> Ordered =>
        _tensors.OrderByDescending(tensor => tensor.Type.Bytes());

    private byte[] Header(string checksum)
    {
        byte[] header = new SafetensorsHeader(_metadata.Add(ModelMetadata.Checksum, checksum), Entries()).ToBytes();
        int most = SafetensorsHeader.MostBytes;
        return header.Length <= most
            ? header
            : throw new ArgumentException(FormattableString.Invariant(
                $"the model's header has {header.Length:N0} bytes; at most {most:N0} were expected; save less metadata"));
    }

    private ImmutableArray<TensorEntry> Entries()
    {
        var entries = ImmutableArray.CreateBuilder<TensorEntry>();
        long end = 0;
        foreach ((string name, TensorType type, ImmutableArray<long> shape, _) in Ordered)
        {
            long begin = end;
            end += shape.Aggregate(1L, (product, size) => product * size) * type.Bytes();
            entries.Add(new TensorEntry(name, type, shape, begin, end));
        }

        return entries.ToImmutable();
    }

    private void Add(string name, IReadOnlyList<string> strings)
    {
        (byte[] bytes, int[] ends) = StringTable.Of(strings);
        Add(StringTable.Ends(name), ends);
        Add(name, bytes);
    }

    private void AddPacked(string name, IReadOnlyList<string> strings)
    {
        (byte[] packed, byte[] lengths) = StringTable.Pack(strings);
        Add(StringTable.Packed(name), packed);
        Add(StringTable.Lengths(name), lengths);
    }

    private void Add(string name, int[] numbers) =>
        _tensors.Add((name, TensorType.I32, [numbers.Length], writer => writer.Write(MemoryMarshal.AsBytes<int>(numbers))));

    private void Add(string name, byte[] bytes) => _tensors.Add((name, TensorType.U8, [bytes.Length], writer => writer.Write(bytes)));
}
