using System.Text.Json;
using System.Text.Json.Serialization;
using MaxPoolConvNet.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>Puts the app together.</summary>
internal static class DemoApp
{
    public static void AddDemo(this WebApplicationBuilder builder)
    {
        IServiceCollection services = builder.Services;
        AddOptions<DemoOptions>(services, DemoOptions.Section);
        AddOptions<LimitOptions>(services, LimitOptions.Section);
        AddOptions<LearningOptions>(services, LearningOptions.Section);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<StartingTexts>();
        services.AddSingleton<CorrectionStore>();
        services.AddSingleton<LearningRequests>();
        services.AddSingleton<LearningState>();
        services.AddSingleton<HeavyWork>();
        services.AddSingleton<Lesson>();
        services.AddSingleton<SuspectSearch>();
        services.AddSingleton<Doubts>();
        services.AddSingleton<Answerer>();
        services.AddSingleton<StatusReader>();
        services.AddSingleton<TextRules>();
        services.AddSingleton<LabelRules>();
        services.AddSingleton<ReportPage>();

        services.AddSingleton<FirstModel>();
        services.AddTextClassifier(builder.Configuration.GetSection("Classifier"));
        services.AddOptions<TextClassifierOptions>().Configure<IOptions<DemoOptions>>((classifier, demo) =>
        {
            classifier.Path = demo.Value.ModelPath;
            classifier.ReloadOnChange = true;
            classifier.AllowMissingLabels = true; // the compare gate decides: a new label may be deleted again
        });
        services.AddHostedService<Learner>();
        services.AddHealthChecks().AddTextClassifier();

        services.AddProblemDetails(options => options.CustomizeProblemDetails = Problems.Explain);
        services.AddExceptionHandler<ExceptionProblems>();
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(options =>
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase)));
        services.AddOpenApi();
        RequestRate.Add(services);
    }

    public static void MapDemo(this WebApplication app)
    {
        LimitOptions limits = app.Services.GetRequiredService<IOptions<LimitOptions>>().Value;
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.Use(PageHeaders.AddAsync);
        app.UseDefaultFiles();
        app.UseStaticFiles();
        app.UseRateLimiter();
        ClassifyEndpoints.Map(app, limits);
        CorrectionEndpoints.Map(app, limits);
        app.MapGet("/status", (StatusReader reader) => TypedResults.Ok(reader.Read())).WithName("Status")
            .WithSummary("The model in service, and what it is learning.");
        app.MapGet("/report", (ReportPage page) => TypedResults.Content(page.Render(), "text/html; charset=utf-8"))
            .ExcludeFromDescription();
        app.MapHealthChecks("/health").DisableRateLimiting();
        app.MapOpenApi();
    }

    private static void AddOptions<T>(IServiceCollection services, string section)
        where T : class =>
        services.AddOptions<T>().BindConfiguration(section).ValidateDataAnnotations().ValidateOnStart();
}
