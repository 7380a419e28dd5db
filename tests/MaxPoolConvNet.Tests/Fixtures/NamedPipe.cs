using System.Diagnostics;

namespace MaxPoolConvNet.Tests;

/// <summary>A pipe that has a name among the files; not on Windows.</summary>
internal static class NamedPipe
{
    public static string Make(string path)
    {
        using Process make = Process.Start("mkfifo", [path]);
        make.WaitForExit();
        return path;
    }
}
