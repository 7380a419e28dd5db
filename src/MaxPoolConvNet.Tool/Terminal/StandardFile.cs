using System.Runtime.InteropServices;

namespace MaxPoolConvNet.Tool.Terminal;

/// <summary>The three files that a shell opens for a process, unless it is told to close one, as by <c>&lt;&amp;-</c>.</summary>
internal static class StandardFile
{
    public const int Input = 0;
    public const int Output = 1;
    public const int Error = 2;

    private const int GetDescriptorFlags = 1;

    /// <summary>
    /// Whether it is open. The number of one that isn't belongs to what the runtime has opened next, such as a pipe of its own. That is
    /// known by being closed when another program takes the process over, which what comes from the shell has just been through.
    /// </summary>
    public static bool IsOpen(int number) => OperatingSystem.IsWindows() || ControlOfUnix(number, GetDescriptorFlags) == 0;

    [DllImport("libc", EntryPoint = "fcntl")]
    private static extern int ControlOfUnix(int descriptor, int command);
}
