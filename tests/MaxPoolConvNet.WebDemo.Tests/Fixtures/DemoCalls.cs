using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using MaxPoolConvNet.Samples.WebDemo;
using Microsoft.AspNetCore.Mvc;

namespace MaxPoolConvNet.WebDemo.Tests;

/// <summary>Calls of the app's endpoints.</summary>
internal static class DemoCalls
{
    private static readonly JsonSerializerOptions _json =
        new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    public static async Task<Answer> ClassifyAsync(this HttpClient client, string text) =>
        await OkAsync<Answer>(await client.PostAsJsonAsync("/classify", new ClassifyRequest(text)));

    public static Task<HttpResponseMessage> CorrectAsync(
        this HttpClient client, string text, string? label, long seenVersion = 0, bool isNewLabel = false) =>
        client.PostAsJsonAsync("/feedback", new FeedbackRequest(text, label, seenVersion, isNewLabel));

    public static Task<HttpResponseMessage> DeleteCorrectionAsync(this HttpClient client, string? text, long seenVersion = 0) =>
        client.PostAsJsonAsync("/feedback/delete", new DeleteFeedbackRequest(text, seenVersion));

    /// <summary>The version of a deletion that must succeed.</summary>
    public static async Task<long?> DeletedAsync(this HttpClient client, string text, long seenVersion = 0) =>
        (await OkAsync<DeleteFeedbackAnswer>(await client.DeleteCorrectionAsync(text, seenVersion))).DeletedVersion;

    public static async Task<Correction> CorrectedAsync(
        this HttpClient client, string text, string label, long seenVersion = 0, bool isNewLabel = false) =>
        (await OkAsync<FeedbackAnswer>(await client.CorrectAsync(text, label, seenVersion, isNewLabel))).Correction;

    public static async Task<IReadOnlyList<Correction>> CorrectionsAsync(this HttpClient client) =>
        await OkAsync<Correction[]>(await client.GetAsync(new Uri("/corrections", UriKind.Relative)));

    public static async Task<Status> StatusAsync(this HttpClient client) =>
        await OkAsync<Status>(await client.GetAsync(new Uri("/status", UriKind.Relative)));

    public static Task<HttpResponseMessage> PostAsync(this HttpClient client, string path, string body, string type = "application/json") =>
        client.PostAsync(new Uri(path, UriKind.Relative), new StringContent(body, Encoding.UTF8, type));

    /// <summary>The content of an answer that must be good.</summary>
    public static async Task<T> OkAsync<T>(HttpResponseMessage answer)
    {
        string content = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}: {content}");
        return JsonSerializer.Deserialize<T>(content, _json)!;
    }

    /// <summary>The details of an answer that must be a problem.</summary>
    public static async Task<ProblemDetails> ProblemAsync(HttpResponseMessage answer, HttpStatusCode status)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        ProblemDetails problem = (await answer.Content.ReadFromJsonAsync<ProblemDetails>())!;
        Assert.Equal((int)status, problem.Status);
        return problem;
    }
}
