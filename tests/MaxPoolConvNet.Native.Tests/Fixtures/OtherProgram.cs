using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace MaxPoolConvNet.Native.Tests;

/// <summary>Runs a program to its end.</summary>
internal sealed record OtherProgram(int ExitCode, string Output, string Error)
{
    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The lines of the output.</summary>
    public string[] Lines => Output.Split('\n')[..^1];

    /// <summary>Whether a program can be started.</summary>
    public static bool Exists(string program)
    {
        try
        {
            return Run(program, "", ["--version"]).ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    public static OtherProgram Run(string program, string input, IEnumerable<string> arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            StandardInputEncoding = _utf8, StandardOutputEncoding = _utf8, StandardErrorEncoding = _utf8,
            Environment = { ["MAXPOOL_LIBRARY"] = NativeMethods.Path },
        })!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        try
        {
            process.StandardInput.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // a program that refuses its arguments ends without reading its input
        }

        process.WaitForExit();
        return new OtherProgram(process.ExitCode, output.Result, error.Result);
    }
}
