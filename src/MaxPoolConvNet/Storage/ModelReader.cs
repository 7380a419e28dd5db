using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Storage;

/// <summary>Reads a model from a file. All allocations are proportional to the size of the file.</summary>
internal sealed class ModelReader
{
    private readonly ModelHeader _header;
    private readonly Dictionary<string, TensorEntry> _tensors;
    private readonly TensorReader _reader;

    private ModelReader(Stream stream)
    {
        _header = ModelHeader.Read(stream);
        _tensors = _header.Content.Tensors.ToDictionary(tensor => tensor.Name, StringComparer.Ordinal);
        _reader = new TensorReader(stream, _header.Checksum);
    }

    /// <param name="stream">A stream that can seek.</param>
    /// <param name="name">The stream's name in errors.</param>
    /// <param name="options">What the caller gives that the file doesn't contain.</param>
    /// <exception cref="InvalidDataException">The file isn't valid.</exception>
    public static TrainedModel Read(Stream stream, string name, LoadOptions options)
    {
        try
        {
            return new ModelReader(stream).Read(options);
        }
        catch (InvalidDataException problem)
        {
            throw new InvalidDataException($"{name}: {problem.Message}", problem);
        }
    }

    private TrainedModel Read(LoadOptions options)
    {
        var form = NetworkShape.Parse(Metadata(ModelMetadata.Network));
        ITokenizer own = StoredTokenizer.Parse(Metadata(ModelMetadata.Tokenizer), options.Tokenizer);
        var referred = ReferredVectors.Of(_header.Content.Metadata, _tensors, options.FindVectors);
        Network<float> network = Made(() => new NetworkAllocator(form, _tensors, referred?.Reference).Create());
        var blocks = NetworkTensors.Of(network, quantized: true, quantizedVectors: true, referred?.OwnWords)
            .ToDictionary(block => block.Name, StringComparer.Ordinal);
        var bytes = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (TensorEntry tensor in _header.Content.Tensors)
        {
            if (blocks.Remove(tensor.Name, out TensorBlock? block)) Read(tensor, block);
            else if (referred is not null && ReferredVectors.HasOwnWordsIn(tensor)) referred.SetOwnWords(_reader.Read(tensor));
            else bytes.Add(tensor.Name, ReadBytes(tensor));
        }

        _header.CheckChecksum();
        if (blocks.Keys.FirstOrDefault() is { } missing) throw new InvalidDataException($"the file has no tensor '{missing}'");
        bool quantized = Int8Tensors.UnpackFilters(network, bytes);
        Int8Tensors.ScaleVectors(network.Embedding);
        if (network.FindNotFinite() is { } found) throw new InvalidDataException(found);
        LabelSet labels = Labels(bytes, network);
        Vocabulary vocabulary = Words(bytes, network);
        referred?.Fill(network.Embedding!, vocabulary);
        return new TrainedModel(network, new TextEncoder(own, vocabulary), labels)
        {
            Metadata = ModelMetadata.ToUser(_header.Content.Metadata),
            Compaction = quantized ? StoredCompaction.Parse(Metadata(ModelMetadata.Compaction)) : null,
            Calibration = _header.Content.Metadata.TryGetValue(ModelMetadata.Calibration, out string? calibration)
                ? StoredCalibration.Parse(calibration, network.Output)
                : null,
            Acceptance = Acceptance(labels),
            Familiarity = StoredFamiliarity.Parse(bytes, network.WordSize),
            Texts = StoredTexts.Parse(bytes),
            LabelCounts = StoredLabelCounts.Parse(_header.Content.Metadata, labels),
            Checksum = Metadata(ModelMetadata.Checksum),
        };
    }

    /// <summary>Returns the promises; null for a classifier without them, such as that of an earlier version.</summary>
    private ErrorPromises? Acceptance(LabelSet labels) =>
        _header.Content.Metadata.TryGetValue(ModelMetadata.Acceptance, out string? json) ? StoredAcceptance.Parse(json, labels) : null;

    private void Read(TensorEntry tensor, TensorBlock block)
    {
        bool isPossible = block.Scales.Length > 0 ? tensor.Type == TensorType.I8 : tensor.Type is TensorType.F32 or TensorType.BF16;
        if (!isPossible || !tensor.Shape.SequenceEqual([block.Rows, block.Columns]))
        {
            string types = block.Scales.Length > 0 ? "I8" : "F32 or BF16";
            throw new InvalidDataException(FormattableString.Invariant(
                $"tensor '{tensor.Name}' is {tensor.ShownShape} {tensor.Type}; [{block.Rows}, {block.Columns}] {types} was expected"));
        }

        _reader.Read(block, tensor.Type);
    }

    private byte[] ReadBytes(TensorEntry tensor)
    {
        TensorType? expected = tensor.Name switch
        {
            StringTable.Words or StringTable.Labels or StoredFamiliarity.Costs or StoredTexts.Tensor => TensorType.U8,
            StoredFamiliarity.Quantiles => TensorType.I32,
            _ when tensor.Name == StringTable.Ends(StringTable.Words) => TensorType.I32,
            _ when tensor.Name == StringTable.Ends(StringTable.Labels) => TensorType.I32,
            _ when tensor.Name == StringTable.Packed(StringTable.Words) => TensorType.U8,
            _ when tensor.Name == StringTable.Lengths(StringTable.Words) => TensorType.U8,
            _ when QuantizedTensors.AreBytesOf(tensor.Name) => TensorType.U8,
            _ => null,
        };
        return tensor.Type == expected && tensor.Shape.Length == 1 && tensor.Shape[0] < Array.MaxLength / sizeof(int)
            ? _reader.Read(tensor)
            : throw new InvalidDataException($"unexpected tensor '{tensor.Name}', {tensor.ShownShape} {tensor.Type}, for this network");
    }

    private Vocabulary Words(Dictionary<string, byte[]> strings, Network<float> network)
    {
        string[] words = Strings(strings, StringTable.Words, network.WordSize);
        var unknown = EnumNames.Parse<UnknownWords>(Metadata(ModelMetadata.UnknownWords), $"'{ModelMetadata.UnknownWords}' is");
        Vocabulary vocabulary = Made(() => Vocabulary.FromWords(words, unknown));
        return vocabulary.Count == words.Length
            ? vocabulary
            : throw new InvalidDataException($"unknown words have an id, but the last word isn't {Vocabulary.UnknownWord}");
    }

    private static LabelSet Labels(Dictionary<string, byte[]> strings, Network<float> network)
    {
        string[] labels = Strings(strings, StringTable.Labels, network.Output.Classes);
        return LabelSet.AreInOrder(labels)
            ? new LabelSet(labels, network.Output.Function.HasSeveralLabels)
            : throw new InvalidDataException("the labels aren't in ordinal order, or one occurs twice");
    }

    private static string[] Strings(Dictionary<string, byte[]> strings, string name, int count)
    {
        string[] found = Both(name, StringTable.Ends(name)) is var (whole, ends)
            ? StringTable.Parse(name, whole, ends)
            : Both(StringTable.Packed(name), StringTable.Lengths(name)) is var (packed, lengths)
            ? StringTable.Unpack(name, packed, lengths)
            : throw new InvalidDataException($"the file has no tensors '{name}' and '{StringTable.Ends(name)}'");
        return found.Length == count
            ? found
            : throw new InvalidDataException(FormattableString.Invariant(
                $"'{name}' has {found.Length} strings; {count} were expected, as in the network"));

        (byte[], byte[])? Both(string one, string other) =>
            strings.TryGetValue(one, out byte[]? first) && strings.TryGetValue(other, out byte[]? second) ? (first, second) : null;
    }

    private string Metadata(string name) => ModelMetadata.Get(_header.Content.Metadata, name);

    /// <summary>Reports what the network's own types reject as an error of the file.</summary>
    private static T Made<T>(Func<T> make)
    {
        try
        {
            return make();
        }
        catch (Exception problem) when (problem is ArgumentException or OverflowException)
        {
            throw new InvalidDataException(problem.Message, problem);
        }
    }
}
