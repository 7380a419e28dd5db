using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;

namespace MaxPoolConvNet.Tool.Tests;

/// <summary>Another name of a file, which isn't any less its name than the first; not on Windows.</summary>
internal static class HardLink
{
    public static string Make(string file, string link) =>
        Link(Encoding.UTF8.GetBytes(file + '\0'), Encoding.UTF8.GetBytes(link + '\0')) == 0 ? link : throw new Win32Exception(Marshal.GetLastPInvokeError());

    [DllImport("libc", EntryPoint = "link", SetLastError = true)]
    private static extern int Link(byte[] file, byte[] link);
}
