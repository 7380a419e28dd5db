using System.Collections.Immutable;
using System.Text.Json;

namespace MaxPoolConvNet.Storage;

/// <summary>The header of a safetensors file.</summary>
/// <remarks>
/// It is a JSON object with one entry per tensor (dtype, shape, data_offsets) and a dictionary of strings, "__metadata__". Eight bytes
/// with its length precede it; the numbers of the tensors follow it without gaps.
/// </remarks>
/// <param name="metadata">The strings in "__metadata__".</param>
/// <param name="tensors">The entries, in the order of their numbers in the file.</param>
internal sealed class SafetensorsHeader(ImmutableSortedDictionary<string, string> metadata, ImmutableArray<TensorEntry> tensors)
{
    /// <summary>The length of the longest header that the safetensors library reads.</summary>
    public const int MostBytes = 100_000_000;

    /// <summary>The header's length is padded to a multiple of this, as the safetensors library does.</summary>
    private const int Alignment = 8;

    private const string MetadataName = "__metadata__";

    /// <summary>The strings in "__metadata__".</summary>
    public ImmutableSortedDictionary<string, string> Metadata { get; } = metadata;

    /// <summary>The entries, in the order of their numbers in the file.</summary>
    public ImmutableArray<TensorEntry> Tensors { get; } = tensors;

    /// <summary>Returns the header's bytes, padded with spaces.</summary>
    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteStartObject(MetadataName);
            foreach ((string name, string value) in Metadata)
                json.WriteString(name, value);
            json.WriteEndObject();
            foreach (TensorEntry tensor in Tensors)
            {
                json.WriteStartObject(tensor.Name);
                json.WriteString("dtype", tensor.Type.ToString());
                WriteNumbers(json, "shape", tensor.Shape);
                WriteNumbers(json, "data_offsets", [tensor.Begin, tensor.End]);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        while (stream.Length % Alignment != 0)
            stream.WriteByte((byte)' ');
        return stream.ToArray();
    }

    /// <summary>Parses a header and checks it against the length of the data.</summary>
    /// <param name="json">The header.</param>
    /// <param name="dataBytes">The number of bytes after the header.</param>
    /// <exception cref="InvalidDataException">
    /// The header isn't valid, a tensor's length doesn't match its shape, or the tensors don't fill the data exactly.
    /// </exception>
    public static SafetensorsHeader Parse(ReadOnlySpan<byte> json, long dataBytes)
    {
        try
        {
            (ImmutableSortedDictionary<string, string> metadata, List<TensorEntry> tensors) = new SafetensorsHeaderReader(json).Read();
            CheckLayout(tensors, dataBytes);
            return new SafetensorsHeader(metadata, [.. tensors]);
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or FormatException or OverflowException)
        {
            throw new InvalidDataException($"the header isn't a valid safetensors header: {problem.Message}", problem);
        }
    }

    /// <summary>Sorts the tensors by their offsets and checks that they fill the data without gaps or overlaps.</summary>
    private static void CheckLayout(List<TensorEntry> tensors, long dataBytes)
    {
        tensors.Sort((one, other) => (one.Begin, one.End).CompareTo((other.Begin, other.End)));
        long end = 0;
        foreach (TensorEntry tensor in tensors)
        {
            if (tensor.Begin != end)
            {
                throw new InvalidDataException(FormattableString.Invariant(
                    $"tensor '{tensor.Name}' begins at byte {tensor.Begin} of the data; {end} was expected, the end of the tensor before"));
            }

            long bytes = checked(tensor.Shape.Aggregate(1L, (product, size) => checked(product * size)) * tensor.Type.Bytes());
            if (tensor.End - tensor.Begin != bytes)
            {
                throw new InvalidDataException(FormattableString.Invariant(
                    $"tensor '{tensor.Name}' has {tensor.End - tensor.Begin} bytes; {tensor.ShownShape} {tensor.Type} needs {bytes}"));
            }

            end = tensor.End;
        }

        if (end != dataBytes)
            throw new InvalidDataException(FormattableString.Invariant($"the tensors have {end} bytes, but {dataBytes} follow the header"));
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, ImmutableArray<long> numbers)
    {
        json.WriteStartArray(name);
        foreach (long number in numbers)
            json.WriteNumberValue(number);
        json.WriteEndArray();
    }
}
