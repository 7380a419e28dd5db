using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace MaxPoolConvNet.Tests;

/// <summary>Runs programs in Python; tests are skipped, with the reason, where there is none.</summary>
internal static class PythonProcess
{
    // Debian's own python3 has Debian's numpy, even if another one comes first
    private static readonly string[] _places = ["python3", "/usr/bin/python3"];

    private static readonly Lazy<string?> _withNumPy = new(() => Array.Find(_places, python => Succeeds(python, "-c", "import numpy")));

    /// <summary>Runs a program that needs the standard library alone.</summary>
    /// <returns>The lines that it prints.</returns>
    public static string[] Run(string program, params string[] arguments)
    {
        if (!Succeeds("python3", "--version")) Assert.Skip("there is no python3");
        return Run("python3", "", program, arguments);
    }

    /// <summary>Runs a program that needs NumPy, with standard input.</summary>
    /// <returns>The lines that it prints.</returns>
    public static string[] RunWithNumPy(string input, string program, params string[] arguments)
    {
        if (_withNumPy.Value is not { } python)
        {
            Assert.Skip("there is no python3 with numpy (Debian: apt-get install python3-numpy)");
            return [];
        }

        return Run(python, input, program, arguments);
    }

    private static string[] Run(string python, string input, string program, string[] arguments)
    {
        using Process process = Start(python, [program, .. arguments]);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        Assert.Equal((0, ""), (process.ExitCode, error.Result));
        return output.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static bool Succeeds(string python, params string[] arguments)
    {
        try
        {
            using Process process = Start(python, arguments);
            process.StandardInput.Close();
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static Process Start(string python, string[] arguments) => Process.Start(new ProcessStartInfo(python, arguments)
    {
        RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), StandardOutputEncoding = Encoding.UTF8,
    })!;
}
