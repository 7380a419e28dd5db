using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests.FloorPlan;

/// <summary>The plan of the house: which folder may know which, and how large a file and a type may grow.</summary>
[Trait("Category", "Slow")]
public class FloorPlanTests
{
    private static readonly SourceModel _library = new(LibrarySources.Read());

    [Fact]
    public void Sources_AreAllThereAndUnderstood()
    {
        Assert.True(_library.Files.Length > 250, $"{_library.Files.Length} files");
        AssertNone(_library.Unresolved);
        Assert.Contains(
            _library.Arrows,
            arrow => arrow is { File: "Networks/ConvNet.cs", From: nameof(ConvNet), To: nameof(ConvFilterLayer), ToFolder: "Layers" });
    }

    [Fact]
    public void Folders_KnowOnlyThoseBeforeThem() => AssertNone(FolderOrder.Violations(_library));

    [Fact]
    public void Folders_HaveNoCycle() => AssertNone(FolderCycles.Violations(_library));

    [Fact]
    public void Files_DeclareOneTypeAndAreNamedAfterIt() => AssertNone(FileNames.Violations(_library));

    [Fact]
    public void Files_HaveAtMost300Lines() => AssertNone(FileLengths.Violations(_library));

    [Fact]
    public void Types_KnowAtMost30OtherTypes() => AssertNone(TypeFanOut.Violations(_library));

    private static void AssertNone(IEnumerable<string> violations)
    {
        string[] all = [.. violations];
        Assert.True(all.Length == 0, string.Join(Environment.NewLine, all));
    }
}
