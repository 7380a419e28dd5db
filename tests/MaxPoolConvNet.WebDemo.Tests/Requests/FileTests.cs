using System.Net;
using System.Text;
using MaxPoolConvNet.Samples.WebDemo;
using Microsoft.AspNetCore.Mvc;

namespace MaxPoolConvNet.WebDemo.Tests;

public sealed class FileTests(SharedServer shared) : IClassFixture<SharedServer>, IDisposable
{
    private readonly TestFolder _folder = new();

    [Theory]
    [InlineData("reviews.csv", "id,text\n1,\"I love it, really\"\n2,It broke at once\n", new[] { "I love it, really", "It broke at once" })]
    [InlineData("reviews.txt", "I love it\n\nIt broke at once\n", new[] { "I love it", "It broke at once" })]
    [InlineData("reviews.json", "[{\"text\": \"I love it\"}, {\"text\": \"It broke\"}]", new[] { "I love it", "It broke" })]
    [InlineData("one.txt", "\uFEFFI love it", new[] { "I love it" })]
    public async Task AFile_IsClassifiedTextByText(string name, string content, string[] texts)
    {
        DemoServer server = shared.Server;

        FileAnswer file = await DemoCalls.OkAsync<FileAnswer>(await SendAsync(server, name, content));

        Assert.Equal(texts, file.Answers.OrderBy(answer => answer.Number).Select(answer => answer.Text));
        Assert.Equal(name == "reviews.txt" ? 1 : 0, file.BlankCount);
        Assert.Equal(file.Answers.Count(answer => answer.Doubt is not null), file.UnsureCount);
        Assert.Equal(file.Answers.OrderBy(answer => answer.Doubt is null), file.Answers);
        Assert.Equal("positive", file.Answers.Single(answer => answer.Number == 1).Label);
    }

    [Fact]
    public async Task ATextOfTheFile_HasItsCorrection()
    {
        await using DemoServer server = DemoServer.Start(_folder);
        Correction correction = await server.Client.CorrectedAsync("It broke at once", "positive");

        FileAnswer file = await DemoCalls.OkAsync<FileAnswer>(await SendAsync(server, "a.txt", "I love it\nIt broke at once \n"));

        Assert.Equal([null, correction], file.Answers.OrderBy(answer => answer.Number).Select(answer => answer.Correction));
    }

    [Theory]
    [InlineData("empty.txt", "", "empty.txt has no text; one per line, or a table with a column \"text\", was expected.")]
    [InlineData("blank.txt", " \n\t\n", "blank.txt has no text; one per line, or a table with a column \"text\", was expected.")]
    [InlineData("long.txt", "a\nb\nc\nd\n", "long.txt has more than 3 texts. Split the file.")]
    [InlineData("broken.csv", "id,text\n1,\"open\n", "broken.csv, line 2: a quote is opened here and never closed")]
    [InlineData("wide.txt", "a\n123456789012345678901\n", "wide.txt: a text has 21 characters; at most 20 were expected. Shorten it.")]
    public async Task AFileThatCannotBeRead_IsAProblem(string name, string content, string detail)
    {
        await using DemoServer server = DemoServer.Start(_folder, ("Limits:FileTexts", "3"), ("Limits:TextCharacters", "20"));

        ProblemDetails problem = await DemoCalls.ProblemAsync(await SendAsync(server, name, content), HttpStatusCode.BadRequest);

        Assert.StartsWith(detail, problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BytesThatAreNoText_AreAProblem()
    {
        DemoServer server = shared.Server;

        using var body = new ByteArrayContent([0xFF, 0x00, 0x80, 0xC3, 0x28]);
        body.Headers.ContentType = new("application/octet-stream");
        HttpResponseMessage answer = await server.Client.PostAsync(new Uri("/files?name=x.bin", UriKind.Relative), body);

        Assert.StartsWith("x.bin", (await DemoCalls.ProblemAsync(answer, HttpStatusCode.BadRequest)).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFileOverTheLimit_IsRefused()
    {
        await using DemoServer server = DemoServer.Start(_folder, ("Limits:FileBytes", "2000"));

        ProblemDetails problem = await DemoCalls.ProblemAsync(
            await SendAsync(server, "a.txt", new string('x', 2_001)), HttpStatusCode.RequestEntityTooLarge);

        Assert.Equal("The body is too large; at most 2,000 bytes were expected. Send it in parts.", problem.Detail);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<HttpResponseMessage> SendAsync(DemoServer server, string name, string content)
    {
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes(content));
        body.Headers.ContentType = new("application/octet-stream");
        return await server.Client.PostAsync(new Uri($"/files?name={name}", UriKind.Relative), body);
    }
}
