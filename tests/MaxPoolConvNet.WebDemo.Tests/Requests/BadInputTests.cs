using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using MaxPoolConvNet.Samples.WebDemo;
using Microsoft.AspNetCore.Mvc;

namespace MaxPoolConvNet.WebDemo.Tests;

/// <summary>Each request that can't be met gets problem details that say what came and what was expected, and the app goes on.</summary>
public sealed class BadInputTests(SharedServer shared) : IClassFixture<SharedServer>, IDisposable
{
    private readonly TestFolder _folder = new();

    public static TheoryData<string, string, HttpStatusCode, string> Requests => new()
    {
        { "/classify", "{\"text\":", HttpStatusCode.BadRequest, "The body isn't the JSON that was expected: " },
        { "/classify", "hello", HttpStatusCode.BadRequest, "The body isn't the JSON that was expected: " },
        { "/classify", "", HttpStatusCode.BadRequest, "" },
        { "/classify", "[1, 2]", HttpStatusCode.BadRequest, "The body isn't the JSON that was expected: " },
        { "/classify", "{\"text\": 5}", HttpStatusCode.BadRequest, "The body isn't the JSON that was expected: " },
        { "/classify", "null", HttpStatusCode.BadRequest, "" },
        { "/classify", "{}", HttpStatusCode.BadRequest, "\"text\" is missing; a text was expected." },
        { "/classify", "{\"text\": null}", HttpStatusCode.BadRequest, "\"text\" is missing; a text was expected." },
        { "/classify", "{\"text\": \"\"}", HttpStatusCode.BadRequest, "\"text\" has no characters but white space; a text was expected." },
        { "/classify", "{\"text\": \" \\t\\n\\u00A0\"}", HttpStatusCode.BadRequest, "\"text\" has no characters but white space; a text was expected." },
        { "/classify/many", "{\"texts\": []}", HttpStatusCode.BadRequest, "\"texts\" is missing or empty; at least one text was expected." },
        { "/classify/many", "{\"texts\": [\"good\", \" \"]}", HttpStatusCode.BadRequest, "\"texts[1]\" has no characters but white space" },
        { "/classify/many", "{\"texts\": [null]}", HttpStatusCode.BadRequest, "\"texts[0]\" is missing; a text was expected." },
        { "/feedback", "{\"text\": \"good\"}", HttpStatusCode.BadRequest, "\"label\" is ''; one of 'negative', 'positive' was expected." },
        { "/feedback", "{\"text\": \"good\", \"label\": \"Positive\"}", HttpStatusCode.BadRequest, "\"label\" is 'Positive'; one of 'negative', 'positive' was expected." },
        { "/feedback", "{\"text\": \"good\", \"label\": \"spam\"}", HttpStatusCode.BadRequest, "\"label\" is 'spam'; one of 'negative', 'positive' was expected. For a new label, send \"isNewLabel\": true." },
        { "/feedback", "{\"text\": \"good\", \"isNewLabel\": true}", HttpStatusCode.BadRequest, "\"label\" has no characters but white space; a label was expected." },
        { "/feedback", "{\"text\": \"good\", \"label\": \" \\t\", \"isNewLabel\": true}", HttpStatusCode.BadRequest, "\"label\" has no characters but white space; a label was expected." },
        { "/feedback", "{\"text\": \"good\", \"label\": \"a\\nb\", \"isNewLabel\": true}", HttpStatusCode.BadRequest, "\"label\" has a line break, a tab or another control character; a label of one line was expected." },
        { "/feedback", "{\"text\": \"good\", \"label\": \"Positive\", \"isNewLabel\": true}", HttpStatusCode.BadRequest, "\"label\" is 'Positive', and there is 'positive', which differs only in case. Choose 'positive', or a label that differs in more." },
        { "/feedback/delete", "{}", HttpStatusCode.BadRequest, "\"text\" is missing; a text was expected." },
        { "/feedback/delete", "{\"text\": \" \"}", HttpStatusCode.BadRequest, "\"text\" has no characters but white space; a text was expected." },
        { "/feedback", "{\"label\": \"positive\"}", HttpStatusCode.BadRequest, "\"text\" is missing; a text was expected." },
    };

    [Fact]
    public async Task RequestsThatAreNotValid_AreProblems()
    {
        DemoServer server = shared.Server;
        foreach ((string path, string body, HttpStatusCode status, string detail) in Requests.Select(row => row.Data))
        {
            ProblemDetails problem = await DemoCalls.ProblemAsync(await server.Client.PostAsync(path, body), status);
            Assert.StartsWith(detail, problem.Detail, StringComparison.Ordinal);
        }

        Assert.Empty(await server.Client.CorrectionsAsync());
        Assert.Equal("positive", (await server.ClassifyAsync("I love it")).Label);
    }

    [Theory]
    [InlineData("/classify", "\"text\": \"{0}\"")]
    [InlineData("/feedback", "\"label\": \"positive\", \"text\": \"{0}\"")]
    public async Task ABodyOverTheLimit_IsRefused(string path, string members)
    {
        await using DemoServer server = DemoServer.Start(_folder, ("Limits:RequestBytes", "10000"));
        string body = "{" + members.Replace("{0}", new string('x', 10_000), StringComparison.Ordinal) + "}";

        ProblemDetails problem = await DemoCalls.ProblemAsync(await server.Client.PostAsync(path, body), HttpStatusCode.RequestEntityTooLarge);

        Assert.Equal("The body is too large; at most 10,000 bytes were expected. Send it in parts.", problem.Detail);
        Assert.Empty(await server.Client.CorrectionsAsync());
    }

    [Fact]
    public async Task TenThousandTextsAtOnce_AreRefused()
    {
        DemoServer server = shared.Server;
        string[] texts = [.. Enumerable.Range(0, 10_000).Select(number => $"It is good number {number}.")];

        ProblemDetails problem = await DemoCalls.ProblemAsync(
            await server.Client.PostAsJsonAsync("/classify/many", new ClassifyManyRequest(texts)), HttpStatusCode.BadRequest);

        Assert.Equal(
            "\"texts\" has 10,000 texts; at most 1,000 were expected. Send them in several requests, or as a file to /files.", problem.Detail);
    }

    [Fact]
    public async Task ATextOfFiveThousandWords_IsClassified()
    {
        DemoServer server = shared.Server;
        string text = string.Join(' ', Reviews.All.SelectMany(review => review.Text.Split(' ')).Take(5_000));

        Answer answer = await server.ClassifyAsync(text);

        Assert.InRange(answer.WordCount, 5_000, 6_000);
        Assert.InRange(answer.Words.Count, 1, 2_000);
    }

    [Fact]
    public async Task ATextOverTheLimit_IsRefused()
    {
        DemoServer server = shared.Server;

        ProblemDetails problem = await DemoCalls.ProblemAsync(
            await server.Client.PostAsJsonAsync("/classify", new ClassifyRequest(new string('x', 50_001))), HttpStatusCode.BadRequest);

        Assert.Equal("\"text\" has 50,001 characters; at most 50,000 were expected. Send a part of it.", problem.Detail);
    }

    [Fact]
    public async Task AnotherContentType_IsRefused()
    {
        DemoServer server = shared.Server;

        ProblemDetails problem = await DemoCalls.ProblemAsync(
            await server.Client.PostAsync("/feedback", "text=good&label=positive", "application/x-www-form-urlencoded"), HttpStatusCode.UnsupportedMediaType);

        Assert.StartsWith(
            "The content type is 'application/x-www-form-urlencoded; charset=utf-8'; 'application/json' was expected", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MoreRequestsThanAllowed_WaitForTheNextWindow()
    {
        await using DemoServer server = DemoServer.Start(_folder, ("Limits:Requests", "3"), ("Limits:Window", "01:00:00"));
        for (int i = 0; i < 3; i++)
            await server.ClassifyAsync("I love it");

        HttpResponseMessage answer = await server.Client.PostAsJsonAsync("/classify", new ClassifyRequest("I love it"));

        ProblemDetails problem = await DemoCalls.ProblemAsync(answer, HttpStatusCode.TooManyRequests);
        Assert.Equal("More than 3 requests came in 3600 s. Wait, or send many texts at once to /classify/many.", problem.Detail);
        Assert.Equal(TimeSpan.FromHours(1), answer.Headers.RetryAfter?.Delta);
        Assert.Equal("Healthy", await server.Client.GetStringAsync(new Uri("/health", UriKind.Relative)));
    }

    [Theory]
    [InlineData("Demo:MaximumErrorRate", "0.4")]
    [InlineData("Demo:BusyTimeout", "00:00:00")]
    [InlineData("Limits:Requests", "0")]
    [InlineData("Learning:HeldOutFraction", "0.9")]
    public void ASettingOutOfItsRange_EndsTheStart(string name, string value)
    {
        Exception problem = Assert.ThrowsAny<Exception>(() => DemoServer.Start(_folder, (name, value)));

        Assert.Contains(name.Split(':')[1], problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenApi_NamesEveryEndpointWithItsProblems()
    {
        DemoServer server = shared.Server;

        using JsonDocument document = JsonDocument.Parse(await server.Client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)));

        JsonElement paths = document.RootElement.GetProperty("paths");
        Assert.Equal(
            ["/classify", "/classify/many", "/corrections", "/feedback", "/feedback/delete", "/files", "/status", "/suspects"],
            paths.EnumerateObject().Select(path => path.Name).Order(StringComparer.Ordinal));
        foreach (string path in new[] { "/feedback", "/feedback/delete" })
        {
            Assert.Equal(
                ["200", "400", "409", "413", "429", "503"],
                paths.GetProperty(path).GetProperty("post").GetProperty("responses").EnumerateObject().Select(one => one.Name));
        }
    }

    public void Dispose() => _folder.Dispose();
}
