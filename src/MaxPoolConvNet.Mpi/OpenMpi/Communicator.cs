using System.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Mpi.OpenMpi;

/// <summary>The ranks of a communicator.</summary>
internal sealed unsafe class Communicator : IRankGroup
{
    private readonly nint _handle;
    private readonly nint _byte = Library.Byte;
    private readonly int[] _places;

    public Communicator(nint handle)
    {
        _handle = handle;
        Check(Functions.MPI_Comm_set_errhandler(handle, Library.ErrorsReturn), "MPI_Comm_set_errhandler");
        Check(Functions.MPI_Comm_rank(handle, out int rank), "MPI_Comm_rank");
        Check(Functions.MPI_Comm_size(handle, out int count), "MPI_Comm_size");
        (Rank, Count) = (rank, count);
        _places = new int[count];
    }

    public int Rank { get; }

    public int Count { get; }

    public void AllGather(ReadOnlySpan<byte> own, Span<byte> all, ReadOnlySpan<int> lengths)
    {
        if (lengths.Length != Count)
            throw new ArgumentException($"there are {lengths.Length} lengths for {Count} ranks", nameof(lengths));
        if (own.Length != lengths[Rank])
            throw new ArgumentException($"rank {Rank} has {own.Length} bytes; {lengths[Rank]} were expected", nameof(own));
        int length = 0;
        for (int rank = 0; rank < Count; rank++)
        {
            _places[rank] = length;
            length = checked(length + lengths[rank]);
        }

        if (all.Length < length) throw new ArgumentException($"there is room for {all.Length} bytes; {length} come", nameof(all));
        fixed (byte* sent = own, received = all)
        fixed (int* counts = lengths, places = _places)
        {
            Check(
                Functions.MPI_Allgatherv(sent, own.Length, _byte, received, counts, places, _byte, _handle),
                "MPI_Allgatherv");
        }
    }

    public void Broadcast(Span<byte> bytes, int sender)
    {
        fixed (byte* first = bytes)
            Check(Functions.MPI_Bcast(first, bytes.Length, _byte, sender, _handle), "MPI_Bcast");
    }

    public void Send(ReadOnlySpan<byte> bytes, int receiver)
    {
        fixed (byte* first = bytes)
            Check(Functions.MPI_Send(first, bytes.Length, _byte, receiver, 0, _handle), "MPI_Send");
    }

    public void Receive(Span<byte> bytes, int sender)
    {
        fixed (byte* first = bytes)
            Check(Functions.MPI_Recv(first, bytes.Length, _byte, sender, 0, _handle, nint.Zero), "MPI_Recv");
    }

    public IRankGroup Split(int part)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(part);
        Check(Functions.MPI_Comm_split(_handle, part, Rank, out nint own), "MPI_Comm_split");
        return new Communicator(own);
    }

    /// <exception cref="MpiException">The code isn't 0.</exception>
    public static void Check(int code, string function)
    {
        if (code == 0) return;
        byte* text = stackalloc byte[Functions.MostCharacters];
        string what = Functions.MPI_Error_string(code, text, out int length) == 0
            ? Encoding.UTF8.GetString(text, length)
            : $"error {code}";
        throw new MpiException($"{function}: {what}");
    }
}
