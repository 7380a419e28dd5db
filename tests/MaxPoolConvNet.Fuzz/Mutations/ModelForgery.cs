using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json.Nodes;

namespace MaxPoolConvNet.Fuzz;

/// <summary>Changes model files so that their checksum still fits, and often their layout, so that what lies behind these is reached.</summary>
internal sealed class ModelForgery(IReadOnlyList<byte[]> corpus)
{
    private static readonly string[] _types = ["F32", "BF16", "I8", "U8", "I32"];

    private readonly ByteMutator _headers = new([.. corpus.Select(Header)],
    [
        "\"shape\":[", "\"dtype\":\"F32\"", "\"dtype\":\"I8\"", "\"dtype\":\"U8\"", "\"data_offsets\":[0,0]", "\\u0022", "null", "true", "{}", "[]",
        "\"__metadata__\":{", "}", "{", "]", ",", "\"U\":", "embedding.static", "vocabulary.packed", "\\ud800", "Softmax", "MultiLabel", "Relu", "Wide",
    ]);

    public byte[] Make(Random random)
    {
        byte[] model = corpus[random.Next(corpus.Count)];
        byte[] header = Header(model);
        byte[] data = model[(sizeof(long) + header.Length)..];
        int way = random.Next(10);
        if (way < 3) header = _headers.Change(header, random);
        if (way is >= 3 and < 6 && Relaid(header, data, random) is var (newHeader, newData)) (header, data) = (newHeader, newData);
        for (int changes = way < 3 ? random.Next(2) : random.Next(1, 4); changes > 0; changes--)
            ByteMutator.Overwrite(data, random);
        long length = random.Next(50) == 0 ? random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64) : header.Length;
        byte[] forged = Joined(header, data, length);
        if (random.Next(50) == 0) forged = forged[..random.Next(forged.Length + 1)];
        SetChecksum(forged);
        return forged;
    }

    private static byte[] Header(byte[] model) => model[sizeof(long)..(sizeof(long) + (int)BinaryPrimitives.ReadInt64LittleEndian(model))];

    private static byte[] Joined(byte[] header, byte[] data, long length)
    {
        byte[] first = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(first, length);
        return [.. first, .. header, .. data];
    }

    /// <summary>Changes shapes, types, names and the order of tensors, with offsets that fit.</summary>
    private static (byte[] Header, byte[] Data)? Relaid(byte[] header, byte[] data, Random random)
    {
        JsonObject json = JsonNode.Parse(header)!.AsObject();
        List<(string Name, string Type, List<long> Shape, byte[] Bytes)> tensors =
        [
            .. json.Where(field => field.Key != "__metadata__").Select(field => (
                field.Key,
                (string)field.Value!["dtype"]!,
                field.Value["shape"]!.AsArray().Select(size => (long)size!).ToList(),
                data[(int)field.Value["data_offsets"]![0]!..(int)field.Value["data_offsets"]![1]!])),
        ];
        if (tensors.Count == 0) return null;
        int at = random.Next(tensors.Count);
        (string name, string type, List<long> shape, byte[] bytes) = tensors[at];
        int dimension = random.Next(shape.Count + 1);
        switch (random.Next(8))
        {
            case 0:
                tensors.RemoveAt(at);
                break;
            case 1:
                tensors[at] = (tensors[random.Next(tensors.Count)].Name + (random.Next(2) == 0 ? "" : "x"), type, shape, bytes);
                break;
            case 2:
                tensors[at] = (name, _types[random.Next(_types.Length)], shape, bytes);
                break;
            case 3:
                tensors.RemoveAt(at);
                tensors.Insert(random.Next(tensors.Count + 1), (name, type, shape, bytes));
                break;
            case 4:
                shape.Insert(dimension, random.Next(0, 3));
                break;
            case 5 when dimension < shape.Count:
                shape.RemoveAt(dimension);
                break;
            default:
                if (dimension < shape.Count) shape[dimension] = Math.Max(0, shape[dimension] + random.Next(-2, 3));
                break;
        }

        var metadata = json["__metadata__"]!.DeepClone();
        var relaid = new JsonObject { ["__metadata__"] = metadata };
        List<byte> newData = [];
        foreach ((string tensor, string kind, List<long> sizes, byte[] old) in tensors)
        {
            long size = sizes.Aggregate(1L, (product, one) => product * one) * (kind is "F32" or "I32" ? 4 : kind == "BF16" ? 2 : 1);
            if (size > 1 << 20) return null;
            byte[] resized = new byte[size];
            old.AsSpan(0, (int)Math.Min(size, old.Length)).CopyTo(resized);
            relaid[tensor] = new JsonObject
            {
                ["dtype"] = kind, ["shape"] = new JsonArray([.. sizes.Select(one => JsonValue.Create(one))]),
                ["data_offsets"] = new JsonArray(newData.Count, newData.Count + size),
            };
            newData.AddRange(resized);
        }

        return (Encoding.UTF8.GetBytes(relaid.ToJsonString()), [.. newData]);
    }

    /// <summary>Writes the checksum of all bytes, with its own digits as zeros, into the header.</summary>
    private static void SetChecksum(byte[] model)
    {
        int digits = model.AsSpan().IndexOf("\"checksum\":\"crc32c:"u8) + "\"checksum\":\"crc32c:".Length;
        if (digits < "\"checksum\":\"crc32c:".Length || digits + 8 > model.Length) return;
        model.AsSpan(digits, 8).Fill((byte)'0');
        uint checksum = uint.MaxValue;
        foreach (byte one in model)
            checksum = BitOperations.Crc32C(checksum, one);
        Encoding.ASCII.GetBytes((~checksum).ToString("x8", CultureInfo.InvariantCulture)).CopyTo(model, digits);
    }
}
