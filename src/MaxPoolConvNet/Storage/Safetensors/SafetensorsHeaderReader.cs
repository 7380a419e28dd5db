using System.Collections.Immutable;
using System.Text.Json;

namespace MaxPoolConvNet.Storage;

/// <summary>Parses the JSON of a header. Allocates only what the header contains.</summary>
/// <param name="json">The header.</param>
internal ref struct SafetensorsHeaderReader(ReadOnlySpan<byte> json)
{
    private const string MetadataName = "__metadata__";

    /// <summary>More tensors than a network with filters of all possible widths has.</summary>
    private const int MostTensors = 1_000;

    private Utf8JsonReader _json = new(json);

    /// <exception cref="InvalidDataException">Something is duplicated, missing or not as the format requires.</exception>
    /// <exception cref="JsonException">The header isn't JSON.</exception>
    public (ImmutableSortedDictionary<string, string> Metadata, List<TensorEntry> Tensors) Read()
    {
        ImmutableSortedDictionary<string, string>? metadata = null;
        var tensors = new Dictionary<string, TensorEntry>(StringComparer.Ordinal);
        Next(JsonTokenType.StartObject);
        while (NextName() is { } name)
        {
            if (name == MetadataName)
                metadata = metadata is null ? ReadMetadata() : throw Twice(name);
            else if (!tensors.TryAdd(name, ReadTensor(name)))
                throw Twice(name);
            if (tensors.Count > MostTensors)
                throw new InvalidDataException(FormattableString.Invariant($"the header has more than {MostTensors} tensors"));
        }

        if (_json.Read()) throw new InvalidDataException("the header continues after its JSON object");
        return (metadata ?? ImmutableSortedDictionary<string, string>.Empty, [.. tensors.Values]);
    }

    private ImmutableSortedDictionary<string, string> ReadMetadata()
    {
        var metadata = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        Next(JsonTokenType.StartObject);
        while (NextName() is { } name)
        {
            Next(JsonTokenType.String);
            if (!metadata.TryAdd(name, _json.GetString()!)) throw Twice(name);
        }

        return metadata.ToImmutable();
    }

    private TensorEntry ReadTensor(string name)
    {
        TensorType? type = null;
        List<long>? shape = null;
        List<long>? offsets = null;
        Next(JsonTokenType.StartObject);
        while (NextName() is { } field)
        {
            switch (field)
            {
                case "dtype" when type is null: type = ReadType(name); break;
                case "shape" when shape is null: shape = ReadNumbers(); break;
                case "data_offsets" when offsets is null: offsets = ReadNumbers(); break;
                default: throw new InvalidDataException($"tensor '{name}' has an unexpected or duplicate field '{field}'");
            }
        }

        return type is { } found && shape is not null && offsets is [var begin, var end]
            ? new TensorEntry(name, found, [.. shape], begin, end)
            : throw new InvalidDataException($"tensor '{name}' must have a dtype, a shape and two data_offsets");
    }

    private TensorType ReadType(string name)
    {
        Next(JsonTokenType.String);
        return EnumNames.Parse<TensorType>(_json.GetString()!, $"tensor '{name}' has the dtype");
    }

    private List<long> ReadNumbers()
    {
        var numbers = new List<long>();
        Next(JsonTokenType.StartArray);
        while (_json.Read() && _json.TokenType == JsonTokenType.Number)
        {
            long number = _json.GetInt64();
            numbers.Add(number >= 0
                ? number
                : throw new InvalidDataException(FormattableString.Invariant(
                    $"the header has {number}; a number of 0 or more was expected")));
        }

        return _json.TokenType == JsonTokenType.EndArray
            ? numbers
            : throw new InvalidDataException($"the header has {_json.TokenType} where a number was expected");
    }

    /// <summary>Reads the name of the next field; returns null at the end of the object.</summary>
    private string? NextName()
    {
        _json.Read();
        return _json.TokenType switch
        {
            JsonTokenType.PropertyName => _json.GetString(),
            JsonTokenType.EndObject => null,
            _ => throw new InvalidDataException($"the header has {_json.TokenType} where a field was expected"),
        };
    }

    private void Next(JsonTokenType expected)
    {
        _json.Read();
        if (_json.TokenType != expected) throw new InvalidDataException($"the header has {_json.TokenType} where {expected} was expected");
    }

    private static InvalidDataException Twice(string name) => new($"the header has '{name}' twice");
}
