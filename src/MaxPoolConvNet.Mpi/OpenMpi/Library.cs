using System.Reflection;
using System.Runtime.InteropServices;

namespace MaxPoolConvNet.Mpi.OpenMpi;

/// <summary>Finds and loads Open MPI's library.</summary>
internal static class Library
{
    /// <summary>The name under which <see cref="Functions"/> import.</summary>
    public const string Name = "mpi";

    // Open MPI 3 to 5 have the same binary interface; MPICH's library has other names and other handles
    private static readonly string[] _files = ["libmpi.so.40", "libmpi.so", "libmpi.40.dylib", "libmpi.dylib"];
    private static readonly Lazy<nint> _handle = new(Load);

    static Library() => NativeLibrary.SetDllImportResolver(
        typeof(Library).Assembly, (name, _, _) => name == Name ? _handle.Value : nint.Zero);

    /// <summary>The handle of MPI_COMM_WORLD.</summary>
    /// <exception cref="MpiException">There is no Open MPI.</exception>
    public static nint World => Object("ompi_mpi_comm_world");

    /// <summary>The handle of MPI_BYTE.</summary>
    public static nint Byte => Object("ompi_mpi_byte");

    /// <summary>The handle of MPI_ERRORS_RETURN.</summary>
    public static nint ErrorsReturn => Object("ompi_mpi_errors_return");

    private static nint Object(string name) => NativeLibrary.GetExport(_handle.Value, name);

    private static nint Load()
    {
        foreach (string file in _files)
        {
            if (!NativeLibrary.TryLoad(file, Assembly.GetExecutingAssembly(), null, out nint handle)) continue;
            return NativeLibrary.TryGetExport(handle, "ompi_mpi_comm_world", out _)
                ? handle
                : throw new MpiException(
                    $"the MPI library {file} isn't Open MPI's; install Open MPI, on Debian and Ubuntu with apt install openmpi-bin, "
                    + "and start the program with its mpirun");
        }

        throw new MpiException(
            $"this process was started as a rank, but there is no MPI library ({string.Join(", ", _files[..2])}); install Open MPI 4 or 5, "
            + "on Debian and Ubuntu with apt install openmpi-bin");
    }
}
