using MaxPoolConvNet.Storage;

namespace MaxPoolConvNet.Tests;

public class ReplacedFileTests
{
    [Fact]
    public void Write_ThatFailsLeavesTheOldFileWholeAndNothingBesides()
    {
        using var file = new TemporaryFile("model.safetensors", [1, 2, 3]);
        Assert.Throws<IOException>(() => ReplacedFile.Write(file.Path, stream =>
        {
            stream.Write(new byte[1_000_000]);
            throw new IOException("No space left on device");
        }));
        Assert.Equal([1, 2, 3], File.ReadAllBytes(file.Path));
        Assert.Equal([file.Path], Directory.GetFiles(Path.GetDirectoryName(file.Path)!));
    }

    /// <summary>Of a process that was killed, as long ago as no writer pauses.</summary>
    [Fact]
    public void Save_DeletesWhatAKilledOneHasLeft_AndNothingElse()
    {
        using var file = new TemporaryFile("model.safetensors");
        string[] others = ["model.safetensors.new", "model.safetensors.old.new", "other.abcdefgh.ijk.new", "model.safetensors.abcdefgh.IJK.new", "model.safetensors.abcdefg.hijk.new"];
        string[] kept = [.. others.Select(Beside), Beside("model.safetensors.aaaaaaaa.aaa.new"), Beside("model.safetensors.bbbbbbbb.bbb.new")];
        string[] left = [Beside("model.safetensors.abcdefgh.ijk.new"), Beside("model.safetensors.01234567.89a.new")];
        foreach (string path in (string[])[.. kept, .. left])
        {
            File.WriteAllBytes(path, [1]);
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddMinutes(-2));
        }

        File.SetLastWriteTimeUtc(kept[^2], DateTime.UtcNow);
        using (new FileStream(kept[^1], FileMode.Open, FileAccess.Write, FileShare.None))
            SmallClassifier.ByHand.Save(file.Path);

        Assert.Equal([.. kept.Append(file.Path).Order(StringComparer.Ordinal)], Directory.GetFiles(Path.GetDirectoryName(file.Path)!).Order(StringComparer.Ordinal));

        string Beside(string name) => Path.Combine(Path.GetDirectoryName(file.Path)!, name);
    }

    [Fact]
    public void Write_OnAFullDisk_NamesTheFileThatWasGiven()
    {
        using var file = new TemporaryFile("model.safetensors");
        const int NoSpace = 28;
        IOException full = Assert.Throws<IOException>(() => ReplacedFile.Write(
            file.Path, stream => throw new IOException($"No space left on device : '{stream.Name}'", NoSpace)));
        Assert.Equal($"{file.Path} can't be written: the disk of {Path.GetDirectoryName(file.Path)} is full; make room, or choose another folder", full.Message);
        Assert.Equal(NoSpace, full.HResult);

        IOException other = Assert.Throws<IOException>(() => ReplacedFile.Write(file.Path, stream => throw new IOException($"Input/output error : '{stream.Name}'", 5)));
        Assert.Equal((5, $"{file.Path} can't be written: Input/output error : '{file.Path}'"), (other.HResult, other.Message));
    }

    [Fact]
    public void Write_WithoutPermission_NamesTheFileThatWasGiven() => Assert.Equal(
        "/models/m can't be written: there is no permission to write to the folder /models; choose another one",
        UnwrittenFile.Named(new UnauthorizedAccessException("Access to the path '/models/m.x.new' is denied."), "/models/m", "/models/m.x.new").Message);

    [Fact]
    public void Write_WithoutTheFolder_NamesBoth()
    {
        using var file = new TemporaryFile("model.safetensors");
        string path = Path.Combine(file.Path, "m");
        string message = $"{path} can't be written: there is no folder {file.Path}; create it first";
        Assert.Equal(message, Assert.Throws<DirectoryNotFoundException>(() => ReplacedFile.Write(path, _ => { })).Message);
        Assert.Equal(message, Assert.Throws<DirectoryNotFoundException>(() => ReplacedFile.CheckWritable(path)).Message);
    }

    [Fact]
    public void Save_WithWeightsThatDoNotFitLeavesTheOldFileWhole()
    {
        using var file = new TemporaryFile("model.safetensors", [1, 2, 3]);
        Assert.Throws<ArgumentOutOfRangeException>(() => SmallClassifier.ByHand.Save(file.Path, new SaveOptions { WeightFormat = (WeightFormat)7 }));
        Assert.Equal([1, 2, 3], File.ReadAllBytes(file.Path));
    }

    [Fact]
    public void Save_WhereThereIsNoFolderOrAFolderInTheFilesPlace()
    {
        using var file = new TemporaryFile("model.safetensors", [1]);
        Assert.Throws<DirectoryNotFoundException>(() => SmallClassifier.ByHand.Save(Path.Combine(file.Path + "x", "model")));
        string folder = Path.GetDirectoryName(file.Path)!;
        Assert.Throws<IOException>(() => SmallClassifier.ByHand.Save(folder));
        Assert.Throws<IOException>(() => ReplacedFile.CheckWritable(folder));
        Assert.Equal([file.Path], Directory.GetFiles(folder));
        Assert.DoesNotContain(Directory.GetFiles(Path.GetDirectoryName(folder)!), other => other.StartsWith(folder, StringComparison.Ordinal));
    }

    [Fact]
    public void Save_ReplacesAnEmptyFileButNoPipeOrDevice()
    {
        using var file = new TemporaryFile("model.safetensors", []);
        SmallClassifier.ByHand.Save(file.Path);
        Assert.Equal(SmallClassifier.ByHand.Labels, TextClassifier.Load(file.Path).Labels);

        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no mkfifo");
        string pipe = NamedPipe.Make(file.Path + ".pipe");
        Assert.Contains("is a device or a pipe", Assert.Throws<IOException>(() => SmallClassifier.ByHand.Save(pipe)).Message, StringComparison.Ordinal);
        Assert.Throws<IOException>(() => ReplacedFile.CheckWritable(pipe));
        Assert.Equal(2, Directory.GetFiles(Path.GetDirectoryName(file.Path)!).Length);
        Assert.Throws<IOException>(() => ReplacedFile.CheckWritable("/dev/null"));
    }

    [Fact]
    public void Save_ThroughALinkReplacesWhatItLeadsTo()
    {
        using var file = new TemporaryFile("model.safetensors", [1]);
        string link = file.Path + ".link";
        File.CreateSymbolicLink(link, file.Path);
        SmallClassifier.ByHand.Save(link);
        Assert.NotNull(File.ResolveLinkTarget(link, returnFinalTarget: false));
        Assert.Equal(SmallClassifier.ByHand.Labels, TextClassifier.Load(file.Path).Labels);
    }

    [Fact]
    public void Save_ByManyAtATimeAlwaysLeavesAWholeModel()
    {
        using var file = new TemporaryFile("model.safetensors");
        TextClassifier[] classifiers = [SmallClassifier.ByHand, SmallClassifier.Trained];
        classifiers[0].Save(file.Path);
        Parallel.For(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 8 }, n =>
        {
            if (n % 4 < 2) classifiers[n % 2].Save(file.Path);
            else Assert.Contains(TextClassifier.Load(file.Path).Vocabulary.Count, classifiers.Select(one => one.Vocabulary.Count));
        });
        Assert.Equal([file.Path], Directory.GetFiles(Path.GetDirectoryName(file.Path)!));
    }
}
