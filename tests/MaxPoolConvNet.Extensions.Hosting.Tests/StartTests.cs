using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace MaxPoolConvNet.Extensions.Hosting.Tests;

public class StartTests
{
    [Fact]
    public async Task AGoodFile_IsLoadedBeforeAnythingAsks()
    {
        using var folder = new ModelFolder(Models.First);
        await using Service service = await Service.StartAsync(folder);

        TextClassifierStatus status = service.Classifiers.Status;

        Assert.Equal(folder.Model, status.Path);
        Assert.Equal(Models.Load(Models.First).Checksum, status.Current!.Checksum);
        Assert.Equal(service.Time.GetUtcNow(), status.Current.LoadedAt);
        Assert.Null(status.Current.Threshold);
        Assert.Equal($"text classifier: loaded {status.Current.Checksum} from {folder.Model}", Assert.Single(service.Log.Messages).Message);
    }

    [Fact]
    public async Task TheClassifier_IsLoadedBeforeOtherServicesStart()
    {
        using var folder = new ModelFolder(Models.First);
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddHostedService<EarlyService>().AddTextClassifier(options => options.Path = folder.Model);
        using IHost host = builder.Build();

        await host.StartAsync();

        EarlyService early = Assert.Single(host.Services.GetServices<IHostedService>().OfType<EarlyService>());
        Assert.Same(host.Services.GetRequiredService<ITextClassifierService>().Current, early.Found);
        await host.StopAsync();
    }

    [Fact]
    public async Task ABrokenFile_EndsTheStartWithTheLibrarysError()
    {
        using var folder = new ModelFolder(Models.Damaged);
        await using var service = new Service(options => options.Path = folder.Model);

        InvalidDataException problem = await Assert.ThrowsAsync<InvalidDataException>(service.StartAsync);

        Assert.Equal(Assert.Throws<InvalidDataException>(() => TextClassifier.Load(folder.Model)).Message, problem.Message);
        Assert.StartsWith(folder.Model + ": ", problem.Message, StringComparison.Ordinal);
        HealthReportEntry health = await service.HealthAsync();
        Assert.Equal(HealthStatus.Unhealthy, health.Status);
        Assert.Equal($"no model is loaded; 2026-05-01 12:00:00Z loading failed: {problem.Message}", health.Description);
    }

    [Fact]
    public async Task AFolder_EndsTheStart()
    {
        using var folder = new ModelFolder(Models.First);
        await using var service = new Service(options => options.Path = folder.Folder);

        Exception problem = await Assert.ThrowsAsync<UnauthorizedAccessException>(service.StartAsync);

        Assert.Equal($"{folder.Folder} is a folder; a model file was expected. Correct the path", problem.Message);
    }

    [Fact]
    public async Task ALockedFile_EndsTheStart()
    {
        using var folder = new ModelFolder(Models.First);
        await using var service = new Service(options => options.Path = folder.Model);
        using var locked = new FileStream(folder.Model, FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        Exception problem = await Assert.ThrowsAsync<IOException>(service.StartAsync);

        Assert.Contains(folder.Model, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMissingFile_IsNamedInFull()
    {
        using var folder = new ModelFolder(Models.First);
        await using var service = new Service(options => options.Path = folder.Path("other.safetensors"));

        Exception problem = await Assert.ThrowsAsync<OptionsValidationException>(service.StartAsync);

        string path = folder.Path("other.safetensors");
        Assert.Equal(
            $"text classifier: TextClassifierOptions.Path is \"{path}\", but there is no file {path}. "
                + "Save a model there (maxpool train --model, or TextClassifier.Save), or correct the path",
            problem.Message);
    }

    [Fact]
    public async Task ARateWithoutPromise_EndsTheStart()
    {
        using var folder = new ModelFolder(Models.First);
        await using var service = new Service(options => (options.Path, options.MaximumErrorRate) = (folder.Model, 0.05));

        Exception problem = await Assert.ThrowsAsync<InvalidDataException>(service.StartAsync);

        Assert.StartsWith(folder.Model + ": the classifier has no acceptance table", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutAHost_TheFirstUseLoads()
    {
        using var folder = new ModelFolder(Models.First);
        using ServiceProvider services = new ServiceCollection().AddTextClassifier(options => options.Path = folder.Model).BuildServiceProvider();
        ITextClassifierService classifiers = services.GetRequiredService<ITextClassifierService>();

        Assert.Null(classifiers.Status.Current);
        Assert.Equal("billing", classifiers.Predict(Models.Refund).Label);
        Assert.Same(classifiers.Current, classifiers.Status.Current);
    }

    [Fact]
    public void WithoutAHost_AFailedLoadIsTriedAgain()
    {
        using var folder = new ModelFolder(Models.Half);
        using ServiceProvider services = new ServiceCollection().AddTextClassifier(options => options.Path = folder.Model).BuildServiceProvider();
        ITextClassifierService classifiers = services.GetRequiredService<ITextClassifierService>();

        Assert.Throws<InvalidDataException>(() => classifiers.Current);
        Assert.NotNull(classifiers.Status.LastFailure);
        folder.Replace(Models.First);

        Assert.Equal("billing", classifiers.Predict(Models.Refund).Label);
        Assert.Null(classifiers.Status.LastFailure);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WarmUp_ChangesNoPrediction(bool warmUp)
    {
        using var folder = new ModelFolder(Models.First);
        await using Service service = await Service.StartAsync(folder, options => options.WarmUp = warmUp);

        Assert.Equal(Models.Load(Models.First).Predict(Models.Refund), service.Classifiers.Predict(Models.Refund));
        Assert.Equal([Models.Load(Models.First).Predict("parcel")], service.Classifiers.PredictAll(["parcel"]));
    }
}
