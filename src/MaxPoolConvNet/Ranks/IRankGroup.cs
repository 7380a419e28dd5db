namespace MaxPoolConvNet.Training;

/// <summary>Processes that share a piece of work. Each has a rank, and all call the same operations in the same order.</summary>
/// <remarks>
/// <para>
/// Training and cross-validation divide their work among the ranks of <see cref="TrainingOptions.Ranks"/>; the result has the same bits for
/// any number of ranks. The package <c>MaxPoolConvNet.Mpi</c> implements the operations with Open MPI.
/// </para>
/// <para>
/// An operation waits for the other ranks. If a rank can't go on, an implementation has to end all of them, or let the operations of the
/// others throw: nothing else wakes a rank that waits. One operation of a group at a time; different groups can be used from different
/// threads.
/// </para>
/// </remarks>
public interface IRankGroup
{
    /// <summary>The rank of this process, from 0 to <see cref="Count"/> − 1.</summary>
    int Rank { get; }

    /// <summary>The number of ranks. At least 1.</summary>
    int Count { get; }

    /// <summary>Gives the bytes of every rank to all ranks. All ranks call it.</summary>
    /// <param name="own">The bytes of this rank.</param>
    /// <param name="all">Receives the bytes of all ranks, in the order of their ranks.</param>
    /// <param name="lengths">The number of bytes of each rank; the same at all ranks.</param>
    void AllGather(ReadOnlySpan<byte> own, Span<byte> all, ReadOnlySpan<int> lengths);

    /// <summary>Gives the bytes of one rank to all ranks. All ranks call it.</summary>
    /// <param name="bytes">The bytes to give; at the other ranks, receives them. As long at all ranks.</param>
    /// <param name="sender">The rank that has them.</param>
    void Broadcast(Span<byte> bytes, int sender);

    /// <summary>Sends bytes to a rank, which calls <see cref="Receive"/> for as many.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="receiver">Another rank.</param>
    void Send(ReadOnlySpan<byte> bytes, int receiver);

    /// <summary>Receives the bytes that a rank sends to this one, in the order in which it sends them.</summary>
    /// <param name="bytes">Receives the bytes.</param>
    /// <param name="sender">Another rank.</param>
    void Receive(Span<byte> bytes, int sender);

    /// <summary>Divides the group. All ranks call it.</summary>
    /// <param name="part">The number of the part that this rank belongs to. At least 0.</param>
    /// <returns>The ranks of that part, in their order.</returns>
    IRankGroup Split(int part);
}
