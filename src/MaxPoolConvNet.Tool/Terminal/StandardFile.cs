using System.Runtime.InteropServices;

namespace MaxPoolConvNet.Tool.Terminal;

/// <summary>A process's standard files, which a shell opens unless the command closes one, as with <c>&lt;&amp;-</c>.</summary>
internal static class StandardFile
{
    public const int Input = 0;
    public const int Output = 1;
    public const int Error = 2;

    private const int GetDescriptorFlags = 1;

    /// <summary>
    /// Whether the shell opened it. The number of a closed one belongs to a file that the runtime opened since, such as a pipe. The runtime
    /// marks its files to be closed when the process runs another program; the shell's files aren't marked.
    /// </summary>
    public static bool IsOpen(int number) => OperatingSystem.IsWindows() || ControlOfUnix(number, GetDescriptorFlags) == 0;

    [DllImport("libc", EntryPoint = "fcntl")]
    private static extern int ControlOfUnix(int descriptor, int command);
}
