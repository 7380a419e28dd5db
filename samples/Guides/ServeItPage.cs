using System.Net.Http.Json;
using MaxPoolConvNet;
using MaxPoolConvNet.Extensions.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Guides;

/// <summary>The code of serve-it.md.</summary>
internal static class ServeItPage
{
    public static async Task RunAsync()
    {
        Environment.SetEnvironmentVariable("Logging__LogLevel__Default", "Warning");
        await using WebApplication app = Build();
        app.Urls.Add("http://127.0.0.1:0");
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        Answer before = await AskAsync(client);
        Console.WriteLine(before);
        Deploy();
        while ((await AskAsync(client)).Model == before.Model)
            await Task.Delay(20);
        Console.WriteLine(await AskAsync(client));
        Console.WriteLine(await client.GetStringAsync("/health"));
        await app.StopAsync();
    }

    private static async Task<Answer> AskAsync(HttpClient client)
    {
        HttpResponseMessage answer = await client.PostAsJsonAsync("/predict", new Question("Not only cheap but surprisingly well made."));
        return (await answer.Content.ReadFromJsonAsync<Answer>())!;
    }

    private static WebApplication Build()
    {
        // begin
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddTextClassifier(options =>
        {
            options.Path = "reviews.safetensors";
            options.ReloadOnChange = true;
            options.CheckInterval = TimeSpan.FromSeconds(0.5);
        });
        builder.Services.AddHealthChecks().AddTextClassifier();
        WebApplication app = builder.Build();

        app.MapPost("/predict", (Question question, ITextClassifierService classifiers) =>
        {
            TextClassifierSnapshot current = classifiers.Current;   // once: label and checksum must be of one model
            Prediction prediction = current.Predict(question.Text);
            return new Answer(current.Accepts(prediction) ? prediction.Label : null, prediction.Probability, current.Checksum);
        });
        app.MapHealthChecks("/health");
        // end
        return app;
    }

    private static void Deploy()
    {
        // begin
        TextClassifier retrained = TextClassifier.Load("reviews.safetensors");   // tonight's model
        retrained.Save("reviews.safetensors", new SaveOptions { WeightFormat = WeightFormat.BFloat16 });
        // end
    }

    // begin
    internal sealed record Question(string Text);

    internal sealed record Answer(string? Label, double Probability, string Model);
    // end
}
