using System.Runtime.InteropServices;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Storage;

/// <summary>Stores the hashes of training texts as a tensor (U8): 8 bytes each, little-endian, in ascending order.</summary>
internal static class StoredTexts
{
    public const string Tensor = "texts.hashes";

    public static byte[] BytesOf(TrainingTexts texts) => MemoryMarshal.AsBytes(texts.Hashes).ToArray();

    /// <returns>The texts; null if the file has none.</returns>
    /// <exception cref="InvalidDataException">They aren't valid.</exception>
    public static TrainingTexts? Parse(Dictionary<string, byte[]> tensors)
    {
        if (!tensors.TryGetValue(Tensor, out byte[]? bytes)) return null;
        return bytes.Length % sizeof(ulong) == 0
            ? TrainingTexts.Of(MemoryMarshal.Cast<byte, ulong>(bytes).ToArray())
            : throw new InvalidDataException(FormattableString.Invariant(
                $"'{Tensor}' has {bytes.Length} bytes; a multiple of {sizeof(ulong)} was expected"));
    }
}
