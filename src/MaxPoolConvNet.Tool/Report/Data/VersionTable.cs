using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.InteropServices;

namespace MaxPoolConvNet.Tool.Report.Data;

/// <summary>The versions of the programs that made a report.</summary>
internal static class VersionTable
{
    public static ImmutableArray<(string Name, string Value)> Entries { get; } =
    [
        ("maxpool", VersionOf(typeof(VersionTable).Assembly)),
        ("MaxPoolConvNet", VersionOf(typeof(TextClassifier).Assembly)),
        (".NET", RuntimeInformation.FrameworkDescription),
        ("processor", RuntimeInformation.ProcessArchitecture.ToString()),
    ];

    private static string VersionOf(Assembly assembly) => assembly.GetName().Version!.ToString(3);
}
