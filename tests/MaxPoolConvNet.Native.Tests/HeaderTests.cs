using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace MaxPoolConvNet.Native.Tests;

/// <summary>maxpool.h says what the library has, in C99 and C++.</summary>
public sealed partial class HeaderTests
{
    private static readonly string _header = File.ReadAllText(Sources.PathOf("maxpool.h"));

    /// <summary>The names of all functions.</summary>
    public static string[] Functions { get; } = [.. Function().Matches(_header).Select(match => match.Groups[1].Value)];

    [Fact]
    public void EveryFunction_IsExported()
    {
        string[] tested =
        [
            .. typeof(NativeMethods).GetMethods().SelectMany(method => method.GetCustomAttributes(typeof(LibraryImportAttribute), false))
                .Cast<LibraryImportAttribute>().Select(import => import.EntryPoint!),
        ];
        nint library = NativeLibrary.Load(NativeMethods.Path);

        Assert.Equal(tested.Order(), Functions.Order());
        Assert.All(Functions, name => Assert.True(NativeLibrary.TryGetExport(library, name, out _), name));
    }

    [Fact]
    public void EveryStatus_HasItsNumber()
    {
        IEnumerable<string> declared = StatusLine().Matches(_header).Select(match => $"{match.Groups[1].Value}={match.Groups[2].Value}");

        Assert.Equal(Enum.GetValues<Status>().Select(status => $"{Upper(status)}={(int)status}"), declared);
    }

    [Theory]
    [InlineData("c99", "c")]
    [InlineData("c11", "c")]
    [InlineData("c++98", "c++")]
    [InlineData("c++20", "c++")]
    public void TheHeader_CompilesWithoutAWarning(string standard, string language) => CCompiler.Run(
        $"-std={standard}", "-x", language, "-Wall", "-Wextra", "-Werror", "-pedantic", "-Wno-long-long", "-fsyntax-only", Sources.PathOf("maxpool.h"));

    [Fact]
    public unsafe void TheVersion_IsThatOfTheLibrary() =>
        Assert.Equal(typeof(TextClassifier).Assembly.GetName().Version!.ToString(3), Marshal.PtrToStringUTF8((nint)NativeMethods.Version()));

    private static string Upper(Status status) => "MAXPOOL_" + Capital().Replace(status.ToString(), "_$0").TrimStart('_').ToUpperInvariant();

    [GeneratedRegex(@"^MAXPOOL_API .*?\b(maxpool_\w+)\(", RegexOptions.Multiline)]
    private static partial Regex Function();

    [GeneratedRegex(@"^\s+(MAXPOOL_\w+) = (\d+)", RegexOptions.Multiline)]
    private static partial Regex StatusLine();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();
}
