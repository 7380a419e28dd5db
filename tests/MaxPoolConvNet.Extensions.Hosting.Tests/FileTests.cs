namespace MaxPoolConvNet.Extensions.Hosting.Tests;

public class FileTests
{
    private static readonly FileStamp _old = new("/a", 1, DateTime.UnixEpoch, DateTime.UnixEpoch);
    private static readonly FileStamp _new = _old with { Length = 2 };

    [Fact]
    public void AChange_IsDueAtTheSecondCheckThatSeesIt()
    {
        var changes = new ChangeDetector();
        changes.Tried(_old);

        Assert.Equal([false, false, false, true, true], Due(changes, _old, _old, _new, _new, _new));
        changes.Tried(_new);
        Assert.Equal([false, false, false], Due(changes, _new, _new, _new));
    }

    [Fact]
    public void WhatComesAndGoesBetweenChecks_IsNotDue()
    {
        var changes = new ChangeDetector();
        changes.Tried(_old);

        Assert.Equal([false, false, false, false, false], Due(changes, _new, _old, _new, _old, _old));
    }

    [Fact]
    public void WhatFailedForNow_IsDueAtTheNextCheck()
    {
        var changes = new ChangeDetector();
        changes.Tried(_old);

        Assert.Equal([false, true], Due(changes, _new, _new));
        changes.TryAgain();
        Assert.Equal([true], Due(changes, _new));
    }

    [Fact]
    public void Stamp_DiffersInLengthAndTime()
    {
        using var folder = new ModelFolder([1, 2]);
        FileStamp first = FileStamp.Of(folder.Model);

        Assert.Equal(first, FileStamp.Of(folder.Model));
        Assert.Equal(2, first.Length);
        folder.Replace([1, 2]);
        FileStamp later = FileStamp.Of(folder.Model);
        Assert.Equal(TimeSpan.FromSeconds(1), later.WrittenAt - first.WrittenAt);
        File.AppendAllText(folder.Model, "3");
        File.SetLastWriteTimeUtc(folder.Model, later.WrittenAt);
        Assert.Equal(later with { Length = 3 }, FileStamp.Of(folder.Model));
        File.Delete(folder.Model);
        Assert.Equal(-1, FileStamp.Of(folder.Model).Length);
        Assert.Equal(-1, FileStamp.Of(folder.Path("no/folder/file")).Length);
    }

    [Fact]
    public void ResolvedPath_FollowsLinksOfFilesAndFolders()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege");
        using var folder = new ModelFolder([1]);
        string root = ResolvedPath.Of(folder.Folder);
        folder.Write("deep/er/file", [1]);
        File.CreateSymbolicLink(folder.Path("relative"), "deep/er");
        File.CreateSymbolicLink(folder.Path("absolute"), folder.Path("relative/file"));
        File.CreateSymbolicLink(folder.Path("deep/up"), "../absolute");
        File.CreateSymbolicLink(folder.Path("circle"), "circle");

        Assert.Equal(root + "/deep/er/file", ResolvedPath.Of(folder.Path("relative/file")));
        Assert.Equal(root + "/deep/er/file", ResolvedPath.Of(folder.Path("absolute")));
        Assert.Equal(root + "/deep/er/file", ResolvedPath.Of(folder.Path("deep/up")));
        Assert.Equal(root + "/circle", ResolvedPath.Of(folder.Path("circle")));
        Assert.Equal(root + "/none/file", ResolvedPath.Of(folder.Path("none/file")));
        Assert.Equal(root + "/deep/er/file", FileStamp.Of(folder.Path("relative/file")).Path);
    }

    private static bool[] Due(ChangeDetector changes, params FileStamp[] stamps) => [.. stamps.Select(changes.IsDue)];
}
