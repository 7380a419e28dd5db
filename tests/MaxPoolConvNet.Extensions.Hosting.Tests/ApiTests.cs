using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using static MaxPoolConvNet.Extensions.Hosting.Tests.ReadmeExample;

namespace MaxPoolConvNet.Extensions.Hosting.Tests;

/// <summary>The README's API, called while its model is replaced.</summary>
public class ApiTests
{
    private const string Serving = "Healthy";
    private const string Older = "Degraded";

    private static readonly Dictionary<string, (byte[] File, string Health)> _kinds = new()
    {
        ["first"] = (Models.First, Serving),
        ["swapped"] = (Models.Swapped, Serving),
        ["third"] = (Models.Third, Serving),
        ["half"] = (Models.Half, Older),
        ["damaged"] = (Models.Damaged, Older),
        ["empty"] = ([], Older),
        ["text"] = ("label,text\nbilling,refund"u8.ToArray(), Older),
        ["renamed"] = (Models.Renamed, Older),
    };

    private static readonly string[] _serving = ["first", "swapped", "third"];
    private static readonly string[] _replacements =
    [
        "swapped", "third", "half", "first", "swapped", "damaged", "damaged", "first", "third", "renamed",
        "swapped", "first", "empty", "third", "swapped", "text", "swapped", "first", "third", "swapped",
    ];

    [Fact]
    public async Task TwentyReplacementsUnderRequests_FailAndMixNothing()
    {
        using var folder = new ModelFolder(Models.First);
        var time = new FakeTimeProvider();
        var log = new RecordedLog();
        await using WebApplication app = Build(["--Tickets:Path=" + folder.Model, "--Tickets:ReloadOnChange=true"], builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Logging.ClearProviders().AddProvider(log);
            builder.Services.AddSingleton<TimeProvider>(time);
        });
        await app.StartAsync();
        HttpClient client = app.GetTestClient();
        var answers = new ConcurrentQueue<Answer>();
        using var stop = new CancellationTokenSource();
        Task[] callers = [.. Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
                answers.Enqueue(await AskAsync(client));
        }))];

        string serving = Checksum("first");
        Assert.Equal(20, _replacements.Length);
        foreach (string kind in _replacements)
        {
            folder.Replace(_kinds[kind].File);
            time.Advance(Service.Interval);
            Assert.Equal(serving, (await AskAsync(client)).Model);
            time.Advance(Service.Interval);
            if (_kinds[kind].Health == Serving) serving = Checksum(kind);
            Assert.Equal(serving, (await AskAsync(client)).Model);
            Assert.Equal(_kinds[kind].Health, await client.GetStringAsync("/health"));
        }

        await stop.CancelAsync();
        await Task.WhenAll(callers);

        Dictionary<string, Answer> expected = _serving.ToDictionary(Checksum, Expected);
        Assert.NotEmpty(answers);
        Assert.All(answers, answer => Assert.Equal(expected[answer.Model], answer));
        Assert.Equal(13, log.Messages.Count(one => one.Message.Contains(": replaced crc32c:", StringComparison.Ordinal)));
        Assert.Equal(6, log.Messages.Count(one => one.Level == LogLevel.Error));
        // the swapped one after the text is the one in use
        Assert.Single(log.Messages, one => one.Message.Contains("has the model in use", StringComparison.Ordinal));
        Assert.Single(log.Messages, one => one.Message.Contains("lacks the label \"shipping\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnEmptyText_HasNoLabel()
    {
        using var folder = new ModelFolder(Models.First);
        await using WebApplication app = Build(["--Tickets:Path=" + folder.Model], builder => builder.WebHost.UseTestServer());
        await app.StartAsync();

        HttpResponseMessage response = await app.GetTestClient().PostAsJsonAsync("/predict", new Ticket(""));

        Assert.Null((await response.Content.ReadFromJsonAsync<Answer>())!.Label);
    }

    [Fact]
    public async Task AFileThatIsMissing_EndsTheStart()
    {
        await using WebApplication app = Build(["--Tickets:Path=/no/such.safetensors"], builder => builder.WebHost.UseTestServer());

        Exception problem = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => app.StartAsync());

        Assert.StartsWith("text classifier \"tickets\": \"Tickets:Path\" of the configuration is \"/no/such.safetensors\"", problem.Message, StringComparison.Ordinal);
    }

    private static async Task<Answer> AskAsync(HttpClient client)
    {
        HttpResponseMessage response = await client.PostAsJsonAsync("/predict", new Ticket(Models.Refund));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<Answer>())!;
    }

    private static string Checksum(string kind) => Models.Load(_kinds[kind].File).Checksum;

    private static Answer Expected(string kind)
    {
        TextClassifier classifier = Models.Load(_kinds[kind].File);
        Prediction prediction = classifier.Predict(Models.Refund);
        Assert.Equal(kind == "swapped" ? "shipping" : "billing", prediction.Label);
        return new Answer(prediction.Label, prediction.Probability, classifier.Checksum);
    }
}
