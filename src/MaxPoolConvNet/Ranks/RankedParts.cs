using System.Runtime.InteropServices;

namespace MaxPoolConvNet.Training;

/// <summary>Divides pieces of work, of which each is done at one rank, and gives their results to all ranks.</summary>
internal static class RankedParts
{
    /// <summary>Gives each part, the largest first, to the worker that will have finished it first.</summary>
    /// <param name="sizes">The sizes of the parts.</param>
    /// <param name="speeds">The speeds of the workers.</param>
    /// <returns>The worker of each part.</returns>
    public static int[] Assign(IReadOnlyList<int> sizes, IReadOnlyList<int> speeds)
    {
        int[] workers = new int[sizes.Count];
        double[] busy = new double[speeds.Count];
        foreach (int part in Enumerable.Range(0, sizes.Count).OrderByDescending(part => sizes[part]))
        {
            int first = Enumerable.Range(0, busy.Length).MinBy(worker => busy[worker] + ((double)sizes[part] / speeds[worker]));
            busy[first] += (double)sizes[part] / speeds[first];
            workers[part] = first;
        }

        return workers;
    }

    /// <summary>Does the own parts of some work, and receives the results of the others.</summary>
    /// <param name="ranks">The ranks; null for this process alone.</param>
    /// <param name="sizes">The sizes of the parts.</param>
    /// <param name="doParts">Does some parts, and stores what they give.</param>
    /// <param name="write">Writes what a part gave.</param>
    /// <param name="read">Reads what a part gave at another rank.</param>
    public static void Run(
        IRankGroup? ranks, IReadOnlyList<int> sizes, Action<int[]> doParts, Action<int, Stream> write, Action<int, Stream> read)
    {
        if (ranks is null)
        {
            doParts([.. Enumerable.Range(0, sizes.Count)]);
            return;
        }

        int[] owners = Assign(sizes, [.. Enumerable.Repeat(1, ranks.Count)]);
        doParts([.. Enumerable.Range(0, sizes.Count).Where(part => owners[part] == ranks.Rank)]);
        for (int part = 0; part < owners.Length; part++)
        {
            MemoryStream? written = null;
            if (owners[part] == ranks.Rank) write(part, written = new MemoryStream());
            using MemoryStream received = ranks.Broadcast(written, owners[part]);
            if (written is null) read(part, received);
        }
    }

    /// <summary>Writes numbers that <see cref="Read"/> reads.</summary>
    public static void Write(Stream stream, ReadOnlySpan<long> numbers) => stream.Write(MemoryMarshal.AsBytes(numbers));

    /// <summary>Reads as many numbers as there is room for.</summary>
    public static void Read(Stream stream, Span<long> numbers) => stream.ReadExactly(MemoryMarshal.AsBytes(numbers));
}
