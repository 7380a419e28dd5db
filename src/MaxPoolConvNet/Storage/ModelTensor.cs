using System.Collections.Immutable;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet;

/// <summary>A tensor of a model file. Immutable and thread-safe.</summary>
public sealed class ModelTensor
{
    internal ModelTensor(string name, string type, ImmutableArray<long> shape)
    {
        Name = name;
        Type = type;
        Shape = shape;
    }

    /// <summary>The name of the tensor; for weights, the name of the parameter in <see cref="ConvNet.Parameters"/>.</summary>
    public string Name { get; }

    /// <summary>The type of the numbers, as the safetensors format names it: F32, BF16, U8 or I32.</summary>
    public string Type { get; }

    /// <summary>The sizes of the tensor, rows first.</summary>
    public ImmutableArray<long> Shape { get; }

    /// <summary>Formats the name, type and sizes.</summary>
    /// <returns>A string such as "U (F32, 40 × 100)".</returns>
    public override string ToString() => $"{Name} ({Type}, {string.Join(" × ", Shape)})";
}
