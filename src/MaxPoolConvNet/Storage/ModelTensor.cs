using System.Collections.Immutable;

namespace MaxPoolConvNet;

/// <summary>A tensor of a model file.</summary>
/// <param name="Name">Its name: of weights that of the parameter in <see cref="ConvNet.Parameters"/>.</param>
/// <param name="Type">The type of its numbers as the safetensors format names it: F32, BF16, U8 or I32.</param>
/// <param name="Shape">Its sizes, rows first.</param>
public sealed record ModelTensor(string Name, string Type, ImmutableArray<long> Shape);
