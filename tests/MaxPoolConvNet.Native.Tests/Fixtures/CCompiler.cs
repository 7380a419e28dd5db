namespace MaxPoolConvNet.Native.Tests;

/// <summary>The C compiler; tests are skipped, with the reason, where there is none.</summary>
internal static class CCompiler
{
    private static readonly Lazy<string?> _compiler = new(() => Array.Find(["clang", "gcc", "cc"], OtherProgram.Exists));

    public static void Run(params string[] arguments)
    {
        if (_compiler.Value is null) Assert.Skip("there is no C compiler (Debian: apt-get install gcc)");
        OtherProgram run = OtherProgram.Run(_compiler.Value!, "", arguments);
        if (run.Error.Contains("cc1plus", StringComparison.Ordinal)) Assert.Skip("gcc has no C++ compiler (Debian: apt-get install g++)");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
    }
}
