using System.Net;
using MaxPoolConvNet.Samples.WebDemo;
using Microsoft.AspNetCore.Mvc;

namespace MaxPoolConvNet.WebDemo.Tests;

public sealed class CorrectionTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task ACorrection_IsThereAfterARestart()
    {
        Correction correction;
        await using (DemoServer server = DemoServer.Start(_folder))
            correction = await server.Client.CorrectedAsync(" Not what I ordered.\n", "positive");

        await using DemoServer restarted = DemoServer.Start(_folder);

        Assert.Equal(("Not what I ordered.", "positive", 1), (correction.Text, correction.Label, correction.Version));
        Assert.Equal([correction], await restarted.Client.CorrectionsAsync());
        Assert.Equal(correction, (await restarted.ClassifyAsync("Not what I ordered.  ")).Correction);
        Assert.Null((await restarted.ClassifyAsync("Not what I ordered!")).Correction);
    }

    [Fact]
    public async Task OfTwoBrowsers_TheSecondIsToldOfTheFirst()
    {
        await using DemoServer server = DemoServer.Start(_folder);
        Correction first = await server.Client.CorrectedAsync("Not what I ordered.", "positive");

        ProblemDetails problem = await DemoCalls.ProblemAsync(
            await server.Client.CorrectAsync("Not what I ordered.", "negative"), HttpStatusCode.Conflict);

        Assert.Equal("Somebody labeled this text \"positive\" meanwhile. Look at that, and send \"seenVersion\": 1 to change it.", problem.Detail);
        Assert.Contains("\"version\":1", problem.Extensions["current"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal([first], await server.Client.CorrectionsAsync());
        Correction second = await server.Client.CorrectedAsync("Not what I ordered.", "negative", seenVersion: 1);
        Assert.Equal(("negative", 2), (second.Label, second.Version));
        await DemoCalls.ProblemAsync(await server.Client.CorrectAsync("Not what I ordered.", "positive", seenVersion: 1), HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task TheSameLabelAgain_ChangesNothing()
    {
        await using DemoServer server = DemoServer.Start(_folder);
        Correction first = await server.Client.CorrectedAsync("Not what I ordered.", "positive");

        Assert.Equal(first, await server.Client.CorrectedAsync("Not what I ordered.", "positive"));
        Assert.Equal(first, await server.Client.CorrectedAsync("Not what I ordered.", "positive", seenVersion: 77));
    }

    [Fact]
    public async Task OfManyAtOnceForOneText_ExactlyOneChangesEachVersion()
    {
        await using DemoServer server = DemoServer.Start(_folder);
        Correction first = await server.Client.CorrectedAsync("Not what I ordered.", "positive");

        // all have seen the first one, and only one of them may change it
        HttpResponseMessage[] answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(async i =>
        {
            string label = i % 2 == 0 ? "negative" : "positive";
            return await server.Client.CorrectAsync("Not what I ordered.", label, first.Version);
        }));

        Correction last = Assert.Single(await server.Client.CorrectionsAsync());
        Assert.All(answers, answer => Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Conflict));
        Assert.Equal(("negative", 2), (last.Label, last.Version));
    }

    [Fact]
    public async Task AHeldOutText_SaysThatNoModelIsTrainedOnIt()
    {
        await using DemoServer server = DemoServer.Start(_folder);
        StartingTexts texts = server.Service<StartingTexts>();
        string heldOut = texts.All.First(text => texts.IsHeldOut(text.Text)).Text;
        string trained = texts.All.First(text => !texts.IsHeldOut(text.Text)).Text;

        Assert.True((await DemoCalls.OkAsync<FeedbackAnswer>(await server.Client.CorrectAsync(heldOut, "positive"))).IsHeldOut);
        Assert.False((await DemoCalls.OkAsync<FeedbackAnswer>(await server.Client.CorrectAsync(trained, "positive"))).IsHeldOut);
        Assert.False((await DemoCalls.OkAsync<FeedbackAnswer>(await server.Client.CorrectAsync("A new text.", "positive"))).IsHeldOut);
    }

    public void Dispose() => _folder.Dispose();
}
