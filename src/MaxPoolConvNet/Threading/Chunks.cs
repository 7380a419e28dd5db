namespace MaxPoolConvNet;

/// <summary>Divides things into pieces of one size, the last of which may be smaller.</summary>
internal static class Chunks
{
    public static int Count(int things, int size) => (things + size - 1) / size;

    public static Range Of(int piece, int things, int size) => (piece * size)..Math.Min(things, (piece + 1) * size);
}
