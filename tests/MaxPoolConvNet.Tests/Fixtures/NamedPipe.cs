using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;

namespace MaxPoolConvNet.Tests;

/// <summary>A pipe that has a name among the files; not on Windows.</summary>
internal static class NamedPipe
{
    /// <summary>Its owner may read and write it.</summary>
    private const uint Mode = 0b110_000_000;

    public static string Make(string path) =>
        MakeFifo(Encoding.UTF8.GetBytes(path + '\0'), Mode) == 0 ? path : throw new Win32Exception(Marshal.GetLastPInvokeError());

    [DllImport("libc", EntryPoint = "mkfifo", SetLastError = true)]
    private static extern int MakeFifo(byte[] path, uint mode);
}
