namespace MaxPoolConvNet;

/// <summary>Divides a count into chunks of one size; the last one may be smaller.</summary>
internal static class Chunks
{
    public static int Count(int things, int size) => (things + size - 1) / size;

    public static Range Of(int piece, int things, int size) => (piece * size)..Math.Min(things, (piece + 1) * size);
}
