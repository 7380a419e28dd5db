using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace MaxPoolConvNet.Extensions.Hosting.Tests;

public class ReloadTests
{
    [Fact]
    public async Task ANewFile_IsLoadedOnceItIsStable_AndSnapshotsStay()
    {
        using var folder = new ModelFolder(Models.First);
        await using Service service = await Service.StartAsync(folder);
        TextClassifierSnapshot before = service.Classifiers.Current;

        folder.Replace(Models.Swapped);
        service.Check();
        Assert.Same(before, service.Classifiers.Current);
        service.Check();

        TextClassifierSnapshot after = service.Classifiers.Current;
        Assert.Equal(Models.Load(Models.Swapped).Checksum, after.Checksum);
        Assert.Equal(before.LoadedAt + (2 * Service.Interval), after.LoadedAt);
        Assert.Equal(("billing", "shipping"), (before.Predict(Models.Refund).Label, after.Predict(Models.Refund).Label));
        Assert.Contains((LogLevel.Information, $"text classifier: replaced {before.Checksum} by {after.Checksum} from {folder.Model}"), service.Log.Messages);
        service.Check(5);
        Assert.Same(after, service.Classifiers.Current);
    }

    [Fact]
    public async Task AFileThatGrows_IsNotReadUntilItIsWhole()
    {
        using var folder = new ModelFolder(Models.First);
        await using Service service = await Service.StartAsync(folder);
        byte[] next = Models.Swapped;

        for (int tenths = 1; tenths <= 10; tenths++)
        {
            folder.Replace(next[..(next.Length * tenths / 10)]);
            service.Check();
            Assert.Null(service.Classifiers.Status.LastFailure);
        }

        service.Check();
        Assert.Equal(Models.Load(next).Checksum, service.Classifiers.Current.Checksum);
    }

    [Fact]
    public async Task WithoutReloadOnChange_TheClassifierStays()
    {
        using var folder = new ModelFolder(Models.First);
        await using Service service = await Service.StartAsync(folder, options => options.ReloadOnChange = false);
        TextClassifierSnapshot before = service.Classifiers.Current;

        folder.Replace(Models.Swapped);
        service.Check(5);

        Assert.Same(before, service.Classifiers.Current);
    }

    [Fact]
    public async Task TheSameModelInANewFile_KeepsTheSnapshot()
    {
        using var folder = new ModelFolder(Models.First);
        await using Service service = await Service.StartAsync(folder);
        using var metrics = new RecordedMetrics(service.Services);
        TextClassifierSnapshot before = service.Classifiers.Current;

        folder.Replace(Models.First);
        service.Check(3);

        Assert.Same(before, service.Classifiers.Current);
        Assert.Equal(["reloads{classifier=default,result=unchanged} 1"], metrics.Counts);
    }

    [Fact]
    public async Task ABrokenFile_IsReportedOnce_AndTheNextGoodOneServes()
    {
        using var folder = new ModelFolder(Models.First);
        await using Service service = await Service.StartAsync(folder);
        using var metrics = new RecordedMetrics(service.Services);
        TextClassifierSnapshot before = service.Classifiers.Current;

        folder.Replace(Models.Damaged);
        service.Check(6);

        TextClassifierFailure failure = service.Classifiers.Status.LastFailure!;
        Assert.Same(before, service.Classifiers.Current);
        Assert.IsType<InvalidDataException>(failure.Exception);
        Assert.StartsWith(folder.Model + ": ", failure.Message, StringComparison.Ordinal);
        Assert.Equal((folder.Model, before.LoadedAt + (2 * Service.Interval)), (failure.Path, failure.At));
        Assert.Equal(["reloads{classifier=default,result=failed} 1"], metrics.Counts);
        Assert.Single(service.Log.Messages, (LogLevel.Error, $"text classifier: the new file can't be used: {failure.Message}. {before.Checksum} goes on serving"));

        folder.Replace(Models.Third);
        service.Check(2);
        Assert.Null(service.Classifiers.Status.LastFailure);
        Assert.Equal(Models.Load(Models.Third).Checksum, service.Classifiers.Current.Checksum);
    }

    [Fact]
    public async Task AFileThatIsGone_IsAFailure_UntilItIsBack()
    {
        using var folder = new ModelFolder(Models.First);
        await using Service service = await Service.StartAsync(folder);
        TextClassifierSnapshot before = service.Classifiers.Current;

        File.Move(folder.Model, folder.Path("away"));
        service.Check(3);
        Assert.IsType<FileNotFoundException>(service.Classifiers.Status.LastFailure!.Exception);
        Assert.Equal(HealthStatus.Degraded, (await service.HealthAsync()).Status);
        Assert.Equal("billing", service.Classifiers.Predict(Models.Refund).Label);

        File.Move(folder.Path("away"), folder.Model);
        service.Check(2);
        Assert.Null(service.Classifiers.Status.LastFailure);
        Assert.Same(before, service.Classifiers.Current);
    }

    [Fact]
    public async Task AFolderInItsPlace_IsAFailure()
    {
        using var folder = new ModelFolder(Models.First);
        await using Service service = await Service.StartAsync(folder);

        File.Delete(folder.Model);
        Directory.CreateDirectory(folder.Model);
        service.Check(2);

        Assert.Equal($"{folder.Model} is a folder; a model file was expected. Correct the path", service.Classifiers.Status.LastFailure!.Message);
    }

    [Fact]
    public async Task ALockedFile_IsLoadedWhenItIsFree()
    {
        using var folder = new ModelFolder(Models.First);
        await using Service service = await Service.StartAsync(folder);

        folder.Replace(Models.Swapped);
        using (new FileStream(folder.Model, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            service.Check(4);
            Assert.IsType<IOException>(service.Classifiers.Status.LastFailure!.Exception);
            Assert.Contains(folder.Model, service.Classifiers.Status.LastFailure!.Message, StringComparison.Ordinal);
        }

        service.Check();
        Assert.Null(service.Classifiers.Status.LastFailure);
        Assert.Equal(Models.Load(Models.Swapped).Checksum, service.Classifiers.Current.Checksum);
    }

    [Fact]
    public async Task AFileThatMayNotBeRead_IsLoadedWhenItMay()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "this user may read every file");
        using var folder = new ModelFolder(Models.First);
        await using Service service = await Service.StartAsync(folder);

        folder.Replace(Models.Swapped);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder.Model, UnixFileMode.None);
        service.Check(3);
        Assert.IsType<UnauthorizedAccessException>(service.Classifiers.Status.LastFailure!.Exception);

        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder.Model, UnixFileMode.UserRead);
        service.Check();
        Assert.Equal(Models.Load(Models.Swapped).Checksum, service.Classifiers.Current.Checksum);
    }

    [Fact]
    public async Task AMissingLabel_IsRefused_UnlessAllowed()
    {
        using var folder = new ModelFolder(Models.First);
        await using Service strict = await Service.StartAsync(folder);
        await using Service lenient = await Service.StartAsync(folder, options => options.AllowMissingLabels = true);

        folder.Replace(Models.Renamed);
        strict.Check(2);
        lenient.Check(2);

        Assert.Equal(
            $"{folder.Model}: the new model lacks the label \"shipping\" of the current one; all labels of the current model were expected. "
                + "If callers don't need it, set AllowMissingLabels",
            strict.Classifiers.Status.LastFailure!.Message);
        Assert.Equal(["billing", "shipping"], strict.Classifiers.Current.Classifier.Labels);
        Assert.Equal(["billing", "delivery"], lenient.Classifiers.Current.Classifier.Labels);
    }

    [Fact]
    public async Task AFurtherLabel_IsTaken()
    {
        using var folder = new ModelFolder(Models.First);
        await using Service service = await Service.StartAsync(folder);

        folder.Replace(Models.Extended);
        service.Check(2);

        Assert.Equal(["billing", "damage", "shipping"], service.Classifiers.Current.Classifier.Labels);
    }

    [Fact]
    public async Task AModelThatCannotPromiseTheRate_IsRefused()
    {
        using var folder = new ModelFolder(Models.Promising);
        await using Service service = await Service.StartAsync(folder, options => options.MaximumErrorRate = 0.05);

        folder.Replace(Models.Unsure);
        service.Check(2);
        Assert.Equal(
            $"{folder.Model}: the model can't promise that at most 5 % of the accepted predictions are wrong; it can for no rate. "
                + "Choose a larger MaximumErrorRate, or train on more texts",
            service.Classifiers.Status.LastFailure!.Message);

        folder.Replace(Models.First);
        service.Check(2);
        Assert.Equal(
            $"{folder.Model}: the classifier has no acceptance table: it was trained without one, or its file is of an earlier version; train it with "
                + "TrainingOptions.Acceptance (maxpool train --acceptance). Or leave MaximumErrorRate unset",
            service.Classifiers.Status.LastFailure!.Message);
        Assert.Equal(0.05, service.Classifiers.Current.Threshold!.MaximumErrorRate);
    }

    [Fact]
    public async Task ALinkOfAFolder_ThatIsExchangedAsInAConfigMap_IsANewFile()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege");
        using var folder = new ModelFolder(Models.First);
        File.Delete(folder.Model);
        folder.Write("v1/model.safetensors", Models.First);
        folder.Write("v2/model.safetensors", Models.Swapped);
        foreach (string version in new[] { "v1", "v2" })
            File.SetLastWriteTimeUtc(folder.Path(version + "/model.safetensors"), DateTime.UnixEpoch);
        File.CreateSymbolicLink(folder.Path("..data"), "v1");
        File.CreateSymbolicLink(folder.Model, "..data/model.safetensors");
        await using Service service = await Service.StartAsync(folder);

        Directory.Delete(folder.Path("..data"));
        File.CreateSymbolicLink(folder.Path("..data"), "v2");
        service.Check(2);

        Assert.Equal(Models.Load(Models.Swapped).Checksum, service.Classifiers.Current.Checksum);
    }

    [Fact]
    public async Task VectorsThatFail_LeaveTheOldClassifier()
    {
        using var folder = new ModelFolder(Models.First);
        var options = new LoadOptions();
        await using Service service = await Service.StartAsync(folder, one => one.LoadOptions = options);
        TextClassifierSnapshot before = service.Classifiers.Current;

        options.Tokenizer = Text.WhitespaceTokenizer.Default; // the model has its own: an ArgumentException
        folder.Replace(Models.Swapped);
        service.Check(3);

        Assert.IsType<ArgumentException>(service.Classifiers.Status.LastFailure!.Exception);
        Assert.Same(before, service.Classifiers.Current);
    }

    [Fact]
    public async Task AStoppedService_ChecksNoMore()
    {
        using var folder = new ModelFolder(Models.First);
        Service service = await Service.StartAsync(folder);
        ITextClassifierService classifiers = service.Classifiers;
        TextClassifierSnapshot before = classifiers.Current;
        await service.DisposeAsync();

        folder.Replace(Models.Swapped);
        service.Check(3);

        Assert.Same(before, classifiers.Current);
    }

    [Fact]
    public async Task ANewFileThatIsBrokenInTheSameWay_IsReportedAgain()
    {
        using var folder = new ModelFolder(Models.First);
        await using Service service = await Service.StartAsync(folder);
        using var metrics = new RecordedMetrics(service.Services);

        foreach (byte[] file in new[] { Models.Damaged, Models.Damaged })
        {
            folder.Replace(file);
            service.Check(3);
        }

        Assert.Equal(["reloads{classifier=default,result=failed} 2"], metrics.Counts);
        Assert.Equal(service.Time.GetUtcNow() - Service.Interval, service.Classifiers.Status.LastFailure!.At);
    }
}
