using System.Net;
using System.Net.Http.Json;
using MaxPoolConvNet;
using Xunit;

namespace Text_App.Tests;

public sealed class ApiTests(RunningApp app) : IClassFixture<RunningApp>
{
    private readonly HttpClient _client = app.CreateClient();

    [Fact]
    public async Task Predict_AnswersWithTheLabelOfTheModel()
    {
        const string Text = "The courier lost my parcel, and tracking shows nothing.";
        TextClassifier classifier = TextClassifier.Load(app.Model);
        Prediction expected = classifier.Predict(Text);

        Answer? answer = await AskAsync(Text);

        Assert.Equal("delivery", answer?.Label);
        Assert.Equal(new Answer(expected.Label, expected.Probability, classifier.Checksum), answer);
    }

    [Theory]
    [InlineData("")]
    [InlineData("xyzzy")]
    public async Task Predict_WithoutAKnownWord_HasNoLabel(string text) => Assert.Null((await AskAsync(text))!.Label);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"text":null}""")]
    [InlineData("text")]
    public async Task Predict_WithoutAText_IsABadRequest(string json)
    {
        using var content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        HttpResponseMessage response = await _client.PostAsync("/predict", content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Health_IsHealthy() => Assert.Equal(
        "Healthy", await _client.GetStringAsync("/health", TestContext.Current.CancellationToken));

    private async Task<Answer?> AskAsync(string text)
    {
        HttpResponseMessage response = await _client.PostAsJsonAsync("/predict", new Ticket(text), TestContext.Current.CancellationToken);
        return await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<Answer>(TestContext.Current.CancellationToken);
    }
}
