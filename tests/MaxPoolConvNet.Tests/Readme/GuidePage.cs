namespace MaxPoolConvNet.Tests;

/// <summary>The pages of samples/Guides and the code beside them, read where they stand.</summary>
internal static class GuidePage
{
    public static string Root { get; } = FindRoot();

    public static string Folder { get; } = Path.Combine(Root, "samples", "Guides");

    public static string[] Names { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.md").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    public static string[] Lines(string name) => File.ReadAllLines(Path.Combine(Folder, name + ".md"));

    /// <summary>Of train-on-your-csv.md that is TrainOnYourCsvPage.cs.</summary>
    public static string[] Source(string name)
    {
        string type = string.Concat(name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        return File.ReadAllLines(Path.Combine(Folder, $"{type}Page.cs"));
    }

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "MaxPoolConvNet.sln"))) return folder.FullName;
        }

        throw new DirectoryNotFoundException("no folder above the tests has MaxPoolConvNet.sln");
    }
}
