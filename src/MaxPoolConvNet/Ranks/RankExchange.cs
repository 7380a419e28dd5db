using System.Runtime.InteropServices;
using System.Text;

namespace MaxPoolConvNet.Training;

/// <summary>Exchanges numbers between ranks.</summary>
internal static class RankExchange
{
    /// <summary>The most bytes that are broadcast at once.</summary>
    private const int BytesAtOnce = 1 << 26;

    private const string Fewer = "fewer options";

    /// <summary>Gives the numbers of each rank to all; all ranks have as many.</summary>
    public static T[] AllGather<T>(this IRankGroup ranks, ReadOnlySpan<T> own)
        where T : unmanaged
    {
        int[] lengths = new int[ranks.Count];
        Array.Fill(lengths, own.Length);
        T[] all = new T[ranks.Count * own.Length];
        AllGather(ranks, own, all, lengths);
        return all;
    }

    /// <summary>The same for ranks that have different counts.</summary>
    public static T[][] AllGatherParts<T>(this IRankGroup ranks, ReadOnlySpan<T> own)
        where T : unmanaged
    {
        int[] lengths = ranks.AllGather<int>([own.Length]);
        T[] all = new T[lengths.Sum()];
        AllGather(ranks, own, all, lengths);
        var parts = new T[lengths.Length][];
        for (int rank = 0, first = 0; rank < parts.Length; first += lengths[rank], rank++)
            parts[rank] = all[first..(first + lengths[rank])];
        return parts;
    }

    /// <summary>The same into memory that the caller has, for counts that all ranks know.</summary>
    public static unsafe void AllGather<T>(this IRankGroup ranks, ReadOnlySpan<T> own, Span<T> all, ReadOnlySpan<int> lengths)
        where T : unmanaged
    {
        Span<int> bytes = stackalloc int[lengths.Length];
        for (int rank = 0; rank < lengths.Length; rank++)
            bytes[rank] = checked(lengths[rank] * sizeof(T));
        ranks.AllGather(MemoryMarshal.AsBytes(own), MemoryMarshal.AsBytes(all), bytes);
    }

    /// <summary>Gives what one rank has written to a stream to all ranks.</summary>
    /// <param name="ranks">The ranks.</param>
    /// <param name="written">What the rank has written; null at the other ranks.</param>
    /// <param name="from">The rank.</param>
    public static MemoryStream Broadcast(this IRankGroup ranks, MemoryStream? written, int from)
    {
        long length = written?.Length ?? 0;
        ranks.Broadcast(MemoryMarshal.AsBytes(new Span<long>(ref length)), from);
        byte[] bytes = written?.GetBuffer() ?? new byte[length];
        for (int start = 0; start < length; start += BytesAtOnce)
            ranks.Broadcast(bytes.AsSpan(start, (int)Math.Min(BytesAtOnce, length - start)), from);
        return new MemoryStream(bytes, 0, (int)length, writable: false);
    }

    /// <summary>Checks that all ranks train with the same options on the same texts.</summary>
    /// <param name="ranks">The ranks.</param>
    /// <param name="configuration">Describes them, one item per line.</param>
    /// <exception cref="ArgumentException">They don't.</exception>
    public static void CheckSame(this IRankGroup ranks, string configuration)
    {
        byte[][] all = ranks.AllGatherParts<byte>(Encoding.UTF8.GetBytes(configuration));
        string[] first = Encoding.UTF8.GetString(all[0]).Split('\n');
        for (int rank = 1; rank < all.Length; rank++)
        {
            string[] other = Encoding.UTF8.GetString(all[rank]).Split('\n');
            for (int line = 0; line < Math.Max(first.Length, other.Length); line++)
            {
                (string? theirs, string? ours) = (other.ElementAtOrDefault(line), first.ElementAtOrDefault(line));
                if (theirs != ours)
                {
                    throw new ArgumentException(
                        $"rank {rank} trains with {theirs ?? Fewer}, rank 0 with {ours ?? Fewer}; "
                        + "all ranks need the same options and texts");
                }
            }
        }
    }
}
