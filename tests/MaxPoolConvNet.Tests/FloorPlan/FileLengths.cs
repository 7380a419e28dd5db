namespace MaxPoolConvNet.Tests.FloorPlan;

/// <summary>No file is longer than one can read at a stretch.</summary>
internal static class FileLengths
{
    private const int MostLines = 300;

    public static IEnumerable<string> Violations(SourceModel sources) =>
        sources.Files
            .Where(file => file.LineCount > MostLines)
            .Select(file => $"{file.Path} has {file.LineCount} lines; at most {MostLines} were expected");
}
