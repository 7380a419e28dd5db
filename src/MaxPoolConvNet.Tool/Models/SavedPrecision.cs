namespace MaxPoolConvNet.Tool.Models;

/// <summary>How a model file keeps numbers.</summary>
internal enum SavedPrecision
{
    Full,
    BFloat16,
}
