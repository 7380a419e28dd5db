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
