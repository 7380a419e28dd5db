using System.Net.Http.Json;
using MaxPoolConvNet;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

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
        HttpResponseMessage answer = await client.PostAsJsonAsync("/predict", new Question("Not only cheap but surprisingly well made."));
        Console.WriteLine(await answer.Content.ReadAsStringAsync());
        Console.WriteLine(await client.GetStringAsync("/health"));
        await Deploy(client);
        Console.WriteLine(await client.GetStringAsync("/health"));
        await app.StopAsync();
    }

    private static WebApplication Build()
    {
        // begin
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddSingleton(new CurrentClassifier("reviews.safetensors"));   // throws at startup if the file is bad
        builder.Services.AddHostedService<ReloadService>();
        WebApplication app = builder.Build();

        app.MapPost("/predict", (Question question, CurrentClassifier current) =>
        {
            TextClassifier classifier = current.Value;   // read once: label and checksum must be of one model
            Prediction prediction = classifier.Predict(question.Text);
            return new Answer(prediction.HasKnownWords ? prediction.Label : null, prediction.Probability, classifier.Checksum);
        });
        app.MapGet("/health", (CurrentClassifier current) => new Health(current.Value.Checksum, current.LoadedAt, current.LastFailure));
        // end
        return app;
    }

    private static async Task Deploy(HttpClient client)
    {
        string before = await client.GetStringAsync("/health");

        // begin
        TextClassifier retrained = TextClassifier.Load("reviews.safetensors");   // tonight's model
        retrained.Save("reviews.safetensors", new SaveOptions { WeightFormat = WeightFormat.BFloat16 });
        // end
        while (await client.GetStringAsync("/health") == before)
            await Task.Delay(20);
    }

    // begin
    internal sealed record Question(string Text);

    internal sealed record Answer(string? Label, double Probability, string Model);

    internal sealed record Health(string Model, DateTime LoadedAt, string? LastFailure);

    /// <summary>The classifier in use. It is replaced as a whole: a request uses either the old one or the new one.</summary>
    internal sealed class CurrentClassifier(string path)
    {
        private DateTime _loadedAt = File.GetLastWriteTimeUtc(path);   // before the file is read
        private volatile TextClassifier _classifier = TextClassifier.Load(path);

        public TextClassifier Value => _classifier;

        public DateTime LoadedAt => _loadedAt;

        public string? LastFailure { get; private set; }

        /// <summary>Loads the file if it has changed. If loading fails, the old classifier stays in use.</summary>
        public void Reload()
        {
            DateTime written = File.GetLastWriteTimeUtc(path);
            if (written == _loadedAt) return;
            try
            {
                _classifier = TextClassifier.Load(path);
                (_loadedAt, LastFailure) = (written, null);
            }
            catch (Exception problem) when (problem is IOException or InvalidDataException or UnauthorizedAccessException)
            {
                LastFailure = problem.Message;
            }
        }
    }

    /// <summary>Checks for a new file every second.</summary>
    internal sealed class ReloadService(CurrentClassifier current) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
            while (await timer.WaitForNextTickAsync(stoppingToken))
                current.Reload();
        }
    }
    // end
}
