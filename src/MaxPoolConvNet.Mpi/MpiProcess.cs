using System.Text;
using MaxPoolConvNet.Mpi.OpenMpi;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Mpi;

/// <summary>This process as one of the ranks that <c>mpirun</c> or <c>srun</c> has started.</summary>
/// <remarks>
/// <para>
/// Start it once in a process, set <see cref="TrainingOptions.Ranks"/> to <see cref="Ranks"/>, and dispose it at the end. All ranks run the
/// same program with the same arguments. If a rank dies, or ends with an exit code other than 0, <c>mpirun</c> ends the others.
/// </para>
/// <para>Thread-safe: different <see cref="IRankGroup"/>s can be used from different threads.</para>
/// </remarks>
public sealed class MpiProcess : IDisposable
{
    // what mpirun of Open MPI and srun tell the processes that they start
    private static readonly string[] _variables = ["OMPI_COMM_WORLD_RANK", "PMIX_RANK", "PMI_RANK"];

    private readonly Communicator _world;
    private bool _isDisposed;

    private MpiProcess(Communicator world, string host) => (_world, Host) = (world, host);

    /// <summary>Whether this process is a rank: <c>mpirun</c> or <c>srun</c> has started it. Doesn't load Open MPI.</summary>
    public static bool IsRank => RankVariable is not null;

    /// <summary>
    /// The rank that <c>mpirun</c> or <c>srun</c> has given to this process; <see langword="null"/> if it isn't a rank. Doesn't load
    /// Open MPI.
    /// </summary>
    public static int? AssignedRank => RankVariable is { } text && int.TryParse(text, out int rank) ? rank : null;

    /// <summary>All ranks.</summary>
    public IRankGroup Ranks => _world;

    /// <summary>The name of the machine.</summary>
    public string Host { get; }

    private static string? RankVariable => Array.ConvertAll(_variables, Environment.GetEnvironmentVariable)
        .FirstOrDefault(value => !string.IsNullOrEmpty(value));

    /// <summary>Loads and initializes Open MPI. Returns when all ranks have done so.</summary>
    /// <exception cref="MpiException">
    /// There is no Open MPI, the MPI library is another one, or it doesn't allow calls from several threads.
    /// </exception>
    /// <exception cref="InvalidOperationException">This process isn't a rank.</exception>
    public static unsafe MpiProcess Start()
    {
        if (!IsRank)
            throw new InvalidOperationException("this process isn't a rank; start the program with mpirun -n COUNT or srun");
        nint handle = Library.World;
        Communicator.Check(
            Functions.MPI_Init_thread(nint.Zero, nint.Zero, Functions.ThreadMultiple, out int provided), "MPI_Init_thread");
        if (provided < Functions.ThreadMultiple)
        {
            throw new MpiException(
                "this Open MPI doesn't allow calls from several threads (MPI_THREAD_MULTIPLE); install another build of it");
        }

        byte* name = stackalloc byte[Functions.MostCharacters];
        Communicator.Check(Functions.MPI_Get_processor_name(name, out int length), "MPI_Get_processor_name");
        return new MpiProcess(new Communicator(handle), Encoding.UTF8.GetString(name, length));
    }

    /// <summary>Ends all ranks at once. Doesn't return.</summary>
    /// <param name="exitCode">The exit code of <c>mpirun</c>.</param>
    /// <exception cref="ObjectDisposedException">The use of Open MPI has ended.</exception>
    public void Abort(int exitCode)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        _ = Functions.MPI_Abort(Library.World, exitCode);
        Environment.Exit(exitCode);
    }

    /// <summary>Waits for all ranks, and ends the use of Open MPI. Call it only where the work has succeeded.</summary>
    public void Dispose()
    {
        if (_isDisposed) return;
        _isDisposed = true;
        _ = Functions.MPI_Finalize();
    }
}
