using System.Runtime.InteropServices;

namespace MaxPoolConvNet.Mpi.OpenMpi;

/// <summary>The functions of Open MPI that are called. Each returns 0 or an error code.</summary>
/// <remarks>Source: MPI: A Message-Passing Interface Standard, version 3.1. Handles are pointers in Open MPI.</remarks>
internal static unsafe partial class Functions
{
    /// <summary>MPI_THREAD_MULTIPLE.</summary>
    public const int ThreadMultiple = 3;

    /// <summary>The room for an error's text or a machine's name: MPI_MAX_ERROR_STRING, MPI_MAX_PROCESSOR_NAME.</summary>
    public const int MostCharacters = 256;

    [LibraryImport(Library.Name)]
    public static partial int MPI_Init_thread(nint argumentCount, nint arguments, int required, out int provided);

    [LibraryImport(Library.Name)]
    public static partial int MPI_Finalize();

    [LibraryImport(Library.Name)]
    public static partial int MPI_Abort(nint communicator, int code);

    [LibraryImport(Library.Name)]
    public static partial int MPI_Comm_rank(nint communicator, out int rank);

    [LibraryImport(Library.Name)]
    public static partial int MPI_Comm_size(nint communicator, out int size);

    [LibraryImport(Library.Name)]
    public static partial int MPI_Comm_split(nint communicator, int color, int key, out nint part);

    [LibraryImport(Library.Name)]
    public static partial int MPI_Comm_set_errhandler(nint communicator, nint handler);

    [LibraryImport(Library.Name)]
    public static partial int MPI_Allgatherv(
        byte* own, int count, nint type, byte* all, int* counts, int* places, nint receivedType, nint communicator);

    [LibraryImport(Library.Name)]
    public static partial int MPI_Bcast(byte* bytes, int count, nint type, int root, nint communicator);

    [LibraryImport(Library.Name)]
    public static partial int MPI_Send(byte* bytes, int count, nint type, int to, int tag, nint communicator);

    [LibraryImport(Library.Name)]
    public static partial int MPI_Recv(byte* bytes, int count, nint type, int from, int tag, nint communicator, nint status);

    [LibraryImport(Library.Name)]
    public static partial int MPI_Error_string(int code, byte* text, out int length);

    [LibraryImport(Library.Name)]
    public static partial int MPI_Get_processor_name(byte* name, out int length);
}
