using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Storage;

/// <summary>Fills a network from tensors in 8 bits.</summary>
internal static class Int8Tensors
{
    /// <summary>Fills the filters in 8 bits; returns whether there are any.</summary>
    public static bool UnpackFilters(Network<float> network, Dictionary<string, byte[]> bytes)
    {
        var packed = new List<(string Name, byte[] Gaps, byte[] Values, QuantizedFilters Filters)>();
        for (int b = 0; b < network.Banks.Length; b++)
        {
            if (network.Tables[b].Quantized is not { } filters) continue;
            string name = ParameterNames.Filters + network.Suffix(b);
            packed.Add((name, Taken(bytes, name + QuantizedTensors.Gaps), Taken(bytes, name + QuantizedTensors.Values), filters));
        }

        if (bytes.Keys.FirstOrDefault(QuantizedTensors.AreBytesOf) is { } other)
            throw new InvalidDataException($"unexpected tensor '{other}' for this network");
        new WorkSharing(Environment.ProcessorCount).Run(
            packed.Count,
            (one, _) => QuantizedTensors.Unpack(packed[one].Name, packed[one].Gaps, packed[one].Values, packed[one].Filters));
        return packed.Count > 0;
    }

    /// <summary>Multiplies static vectors in 8 bits, which are whole numbers so far, by their scales.</summary>
    public static void ScaleVectors(EmbeddingTable<float>? embedding)
    {
        if (embedding is not { Scales.Length: > 0 }) return;
        foreach (float scale in embedding.Scales)
        {
            if (!(scale > 0 && float.IsFinite(scale)))
            {
                throw new InvalidDataException(FormattableString.Invariant(
                    $"a scale of the static vectors is {scale}; a finite number above 0 was expected"));
            }
        }

        for (int word = 0; word < embedding.Words; word++)
        {
            Span<float> row = embedding.Static(word);
            for (int s = 0; s < row.Length; s++)
            {
                if (row[s] == sbyte.MinValue)
                    throw new InvalidDataException(FormattableString.Invariant($"the static vector of word {word} has the value -128"));
                row[s] *= embedding.Scales[s];
            }
        }
    }

    private static byte[] Taken(Dictionary<string, byte[]> bytes, string tensor) =>
        bytes.Remove(tensor, out byte[]? taken) ? taken : throw new InvalidDataException($"the file has no tensor '{tensor}'");
}
