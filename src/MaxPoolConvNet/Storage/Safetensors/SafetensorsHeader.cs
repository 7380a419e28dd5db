using System.Collections.Immutable;
using System.Text.Json;

namespace MaxPoolConvNet.Storage;

/// <summary>
/// The header of a safetensors file: a JSON object with an entry for each tensor (dtype, shape, data_offsets) and, as "__metadata__",
/// strings by name. Before it stand eight bytes with its length, behind it the tensors' numbers without gaps.
/// </summary>
/// <param name="Metadata">The strings.</param>
/// <param name="Tensors">The entries, in the order of their numbers.</param>
internal sealed record SafetensorsHeader(ImmutableSortedDictionary<string, string> Metadata, ImmutableArray<TensorEntry> Tensors)
{
    /// <summary>The longest header that the format's own library reads.</summary>
    public const int MostBytes = 100_000_000;

    /// <summary>The format's own bytes behind the header begin at a multiple of this.</summary>
    private const int Alignment = 8;

    private const string MetadataName = "__metadata__";

    /// <summary>The header as it stands in a file, filled up with spaces.</summary>
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

    /// <summary>Reads a header, and checks what it says against the length of the data.</summary>
    /// <param name="json">The header.</param>
    /// <param name="dataBytes">The bytes behind it.</param>
    /// <exception cref="InvalidDataException">It is no such header, or its tensors don't fill the data exactly, each with as many bytes as
    /// its shape says.</exception>
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
            throw new InvalidDataException($"the header is no safetensors header: {problem.Message}", problem);
        }
    }

    /// <summary>Sorts the tensors by where they begin, and checks that they fill the data without gap or overlap.</summary>
    private static void CheckLayout(List<TensorEntry> tensors, long dataBytes)
    {
        tensors.Sort((one, other) => (one.Begin, one.End).CompareTo((other.Begin, other.End)));
        long end = 0;
        foreach (TensorEntry tensor in tensors)
        {
            if (tensor.Begin != end)
                throw new InvalidDataException(FormattableString.Invariant($"tensor '{tensor.Name}' begins at byte {tensor.Begin} of the data; {end} was expected, where the one before it ends"));
            long bytes = checked(tensor.Shape.Aggregate(1L, (product, size) => checked(product * size)) * tensor.Type.Bytes());
            if (tensor.End - tensor.Begin != bytes)
                throw new InvalidDataException(FormattableString.Invariant($"tensor '{tensor.Name}' has {tensor.End - tensor.Begin} bytes; {bytes} were expected of {tensor.ShownShape} {tensor.Type}"));
            end = tensor.End;
        }

        if (end != dataBytes)
            throw new InvalidDataException(FormattableString.Invariant($"the tensors have {end} bytes, but {dataBytes} stand behind the header"));
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, ImmutableArray<long> numbers)
    {
        json.WriteStartArray(name);
        foreach (long number in numbers)
            json.WriteNumberValue(number);
        json.WriteEndArray();
    }
}
