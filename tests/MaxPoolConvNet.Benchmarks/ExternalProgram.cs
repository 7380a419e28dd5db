using System.ComponentModel;
using System.Diagnostics;

namespace MaxPoolConvNet.Benchmarks;

/// <summary>Runs another program to its end.</summary>
internal static class ExternalProgram
{
    /// <returns>What it wrote to standard output and to standard error.</returns>
    /// <exception cref="FileNotFoundException">It can't be started.</exception>
    /// <exception cref="InvalidOperationException">It ended with another code than 0.</exception>
    public static (string Output, string Errors) Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        using Process process = Start(start);
        // both at once: a program waits where one of the two is full
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        string errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {errors}");
        return (output.Result, errors);
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception problem)
        {
            throw new FileNotFoundException($"The program {start.FileName} can't be started: {problem.Message}", start.FileName, problem);
        }
    }
}
