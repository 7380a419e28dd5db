using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace MaxPoolConvNet.Tool.Files;

/// <summary>The system's identity of a file, whatever its name: hard links to one file share it.</summary>
/// <param name="Volume">The volume of the file.</param>
/// <param name="Number">Its number on the volume.</param>
internal readonly record struct FileIdentity(ulong Volume, ulong Number)
{
    private const int CurrentFolder = -100;
    private const uint TypeAndNumber = 0x101;
    private const int TypeBits = 0xF000;
    private const int RegularFile = 0x8000;

    /// <summary>The identity of a file, links followed; null if it isn't a regular file or the system reports none.</summary>
    public static FileIdentity? Of(string path)
    {
        try
        {
            if (OperatingSystem.IsLinux()) return OfLinux(path);
            if (OperatingSystem.IsMacOS()) return OfMac(path);
            return OperatingSystem.IsWindows() && File.Exists(path) ? OfWindows(path) : null;
        }
        catch (Exception problem) when (problem is DllNotFoundException or EntryPointNotFoundException
            or IOException or UnauthorizedAccessException)
        {
            return null; // then only paths are compared
        }
    }

    /// <summary>The identity of the file that standard input or output is redirected to; null without one, and on Windows.</summary>
    public static FileIdentity? OfStandard(FileUse use) =>
        OperatingSystem.IsWindows() ? null : Of(use == FileUse.Input ? "/dev/stdin" : "/dev/stdout");

    private static FileIdentity? OfLinux(string path)
    {
        byte[] status = new byte[256];
        if (Statx(CurrentFolder, Terminated(path), 0, TypeAndNumber, status) != 0) return null;
        if ((BitConverter.ToUInt16(status, 28) & TypeBits) != RegularFile) return null;
        return new FileIdentity(BitConverter.ToUInt64(status, 136), BitConverter.ToUInt64(status, 32));
    }

    private static FileIdentity? OfMac(string path)
    {
        byte[] status = new byte[256];
        int result = RuntimeInformation.ProcessArchitecture == Architecture.X64
            ? StatOfMacX64(Terminated(path), status)
            : StatOfMac(Terminated(path), status);
        if (result != 0 || (BitConverter.ToUInt16(status, 4) & TypeBits) != RegularFile) return null;
        return new FileIdentity(BitConverter.ToUInt32(status, 0), BitConverter.ToUInt64(status, 8));
    }

    private static FileIdentity? OfWindows(string path)
    {
        using SafeFileHandle file = File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete);
        byte[] status = new byte[52];
        if (!GetFileInformationByHandle(file, status)) return null;
        ulong high = BinaryPrimitives.ReadUInt32LittleEndian(status.AsSpan(44));
        return new FileIdentity(BitConverter.ToUInt32(status, 28), (high << 32) | BitConverter.ToUInt32(status, 48));
    }

    /// <summary>The path in UTF-8, with a zero byte at its end.</summary>
    private static byte[] Terminated(string path) => [.. Encoding.UTF8.GetBytes(path), 0];

    [DllImport("libc", EntryPoint = "statx")]
    private static extern int Statx(int folder, byte[] path, int flags, uint mask, [Out] byte[] status);

    [DllImport("libc", EntryPoint = "stat")]
    private static extern int StatOfMac(byte[] path, [Out] byte[] status);

    [DllImport("libc", EntryPoint = "stat$INODE64")]
    private static extern int StatOfMacX64(byte[] path, [Out] byte[] status);

    [DllImport("kernel32", EntryPoint = "GetFileInformationByHandle")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool GetFileInformationByHandle(SafeFileHandle file, [Out] byte[] status);
}
