namespace MaxPoolConvNet.Native.Tests;

/// <summary>Files of the project that tests read or run.</summary>
internal static class Sources
{
    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Sources", name);
}
