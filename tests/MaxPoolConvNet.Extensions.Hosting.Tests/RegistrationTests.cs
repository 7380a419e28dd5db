using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace MaxPoolConvNet.Extensions.Hosting.Tests;

public class RegistrationTests
{
    [Fact]
    public async Task KeyedAndUnkeyedClassifiers_AreSeparate()
    {
        using var folder = new ModelFolder(Models.First);
        folder.Write("other", Models.Swapped);
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddTextClassifier(options => options.Path = folder.Model);
        builder.Services.AddTextClassifier("tickets", options => options.Path = folder.Path("other"));
        builder.Services.AddHealthChecks().AddTextClassifier(["ready"]).AddTextClassifier("tickets");
        using IHost host = builder.Build();
        await host.StartAsync();

        Assert.Equal("billing", host.Services.GetRequiredService<ITextClassifierService>().Predict(Models.Refund).Label);
        Assert.Equal("shipping", host.Services.GetRequiredKeyedService<ITextClassifierService>("tickets").Predict(Models.Refund).Label);
        HealthReport health = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        Assert.Equal(["text-classifier", "text-classifier:tickets"], health.Entries.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["ready"], health.Entries["text-classifier"].Tags);
        await host.StopAsync();
    }

    [Fact]
    public void AddingAKeyAgain_AddsToItsOptions()
    {
        IServiceCollection services = new ServiceCollection()
            .AddTextClassifier("tickets", Section(new() { ["Path"] = "a", ["WarmUp"] = "false" }))
            .AddTextClassifier("tickets", options => options.Path = Environment.CurrentDirectory);

        Assert.Single(services, one => one.ServiceType == typeof(IHostedService));
        Assert.Single(services, one => one.ServiceType == typeof(ITextClassifierService));
        using ServiceProvider provider = services.BuildServiceProvider();
        TextClassifierOptions options = provider.GetRequiredService<IOptionsMonitor<TextClassifierOptions>>().Get("tickets");
        Assert.Equal((Environment.CurrentDirectory, false), (options.Path, options.WarmUp));
    }

    [Fact]
    public void EveryOptionButLoadOptions_IsBoundFromConfiguration()
    {
        var settings = new Dictionary<string, string?>
        {
            ["Path"] = Environment.CurrentDirectory, ["ReloadOnChange"] = "true", ["CheckInterval"] = "00:00:30", ["AllowMissingLabels"] = "true",
            ["WarmUp"] = "false", ["MaximumErrorRate"] = "0.05",
        };
        using ServiceProvider services = new ServiceCollection().AddTextClassifier(Section(settings)).BuildServiceProvider();

        TextClassifierOptions options = services.GetRequiredService<IOptions<TextClassifierOptions>>().Value;

        Assert.Equal(
            typeof(TextClassifierOptions).GetProperties().Select(property => property.Name).Where(name => name != "LoadOptions").Order(StringComparer.Ordinal),
            settings.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(
            (Environment.CurrentDirectory, true, TimeSpan.FromSeconds(30), true, false, 0.05),
            (options.Path, options.ReloadOnChange, options.CheckInterval, options.AllowMissingLabels, options.WarmUp, options.MaximumErrorRate));
    }

    [Fact]
    public void Defaults_AreAsDocumented()
    {
        var options = new TextClassifierOptions();

        Assert.Equal(
            ("", false, TimeSpan.FromSeconds(2), false, true, null, null),
            (options.Path, options.ReloadOnChange, options.CheckInterval, options.AllowMissingLabels, options.WarmUp, options.MaximumErrorRate, options.LoadOptions));
    }

    [Fact]
    public async Task ARelativePath_StartsAtTheContentRoot()
    {
        using var folder = new ModelFolder(Models.First);
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = folder.Folder });
        builder.Services.AddTextClassifier(options => options.Path = "model.safetensors");
        using IHost host = builder.Build();
        await host.StartAsync();

        Assert.Equal(folder.Model, host.Services.GetRequiredService<ITextClassifierService>().Status.Path);
        await host.StopAsync();
    }

    [Fact]
    public void EveryWrongOption_IsNamedByItsKey()
    {
        IConfiguration section = Section(new() { ["CheckInterval"] = "00:00:00.01", ["MaximumErrorRate"] = "0.07" });
        using ServiceProvider services = new ServiceCollection().AddTextClassifier("tickets", section).BuildServiceProvider();

        OptionsValidationException problem = Assert.Throws<OptionsValidationException>(
            () => services.GetRequiredKeyedService<ITextClassifierService>("tickets"));

        Assert.Equal(
            [
                "text classifier \"tickets\": \"Models:Tickets:Path\" of the configuration isn't set; the path of a model file was expected. "
                    + "Set it there, or pass the section that has it",
                "text classifier \"tickets\": \"Models:Tickets:CheckInterval\" of the configuration is 00:00:00.0100000; "
                    + "from 00:00:00.1 (0.1 s) to 1.00:00:00 (a day) was expected. Two seconds are 00:00:02",
                "text classifier \"tickets\": \"Models:Tickets:MaximumErrorRate\" of the configuration is 0.07; "
                    + "one of 0.005, 0.01, 0.02, 0.03, 0.05, 0.1, 0.15, 0.2 was expected",
            ],
            problem.Failures);
    }

    [Theory]
    [InlineData("00:00:00.1", true)]
    [InlineData("00:00:00.0999999", false)]
    [InlineData("1.00:00:00", true)]
    [InlineData("1.00:00:00.0000001", false)]
    public void CheckInterval_IsFromATenthOfASecondToADay(string interval, bool isValid)
    {
        var options = new TextClassifierOptions { Path = Environment.CurrentDirectory, CheckInterval = TimeSpan.Parse(interval, System.Globalization.CultureInfo.InvariantCulture) };

        Assert.Equal(isValid, new TextClassifierOptionsValidator(new ContentRoot(null)).Validate("", options).Succeeded);
    }

    [Fact]
    public void APathThatIsNotSetInCode_SaysHow()
    {
        ValidateOptionsResult result = new TextClassifierOptionsValidator(new ContentRoot(null)).Validate("", new TextClassifierOptions());

        Assert.Equal(
            "text classifier: TextClassifierOptions.Path isn't set; the path of a model file was expected. "
                + "Set it in code (options.Path = …), or pass the configuration section that has it",
            result.FailureMessage);
    }

    [Fact]
    public async Task AHealthCheckWithoutItsClassifier_SaysWhatToAdd()
    {
        var services = new ServiceCollection();
        services.AddLogging().AddHealthChecks().AddTextClassifier("tickets");
        using ServiceProvider provider = services.BuildServiceProvider();

        Exception problem = await Assert.ThrowsAsync<InvalidOperationException>(
            () => provider.GetRequiredService<HealthCheckService>().CheckHealthAsync());

        Assert.Equal("there is no text classifier \"tickets\" to check; add it with services.AddTextClassifier(\"tickets\", …)", problem.Message);
    }

    [Fact]
    public void NullsAndEmptyKeys_AreRefused()
    {
        var services = new ServiceCollection();
        Action<TextClassifierOptions> configure = _ => { };

        Assert.Throws<ArgumentNullException>("services", () => ((IServiceCollection)null!).AddTextClassifier(configure));
        Assert.Throws<ArgumentNullException>("configure", () => services.AddTextClassifier((Action<TextClassifierOptions>)null!));
        Assert.Throws<ArgumentNullException>("configuration", () => services.AddTextClassifier((IConfiguration)null!));
        Assert.Throws<ArgumentNullException>("serviceKey", () => services.AddTextClassifier(null!, configure));
        Assert.Throws<ArgumentException>("serviceKey", () => services.AddTextClassifier("", Section([])));
        Assert.Throws<ArgumentException>("serviceKey", () => services.AddHealthChecks().AddTextClassifier(""));
    }

    private static IConfigurationSection Section(Dictionary<string, string?> settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(one => new KeyValuePair<string, string?>("Models:Tickets:" + one.Key, one.Value)))
        .Build()
        .GetSection("Models:Tickets");
}
