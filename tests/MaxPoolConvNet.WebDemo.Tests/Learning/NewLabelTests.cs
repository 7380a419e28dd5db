using System.Net;
using MaxPoolConvNet.Samples.WebDemo;
using Microsoft.AspNetCore.Mvc;

namespace MaxPoolConvNet.WebDemo.Tests;

public sealed class NewLabelTests : IDisposable
{
    private static readonly string[] _questions =
    [
        "How do I block a stolen credit card?", "Where do I activate a new credit card?", "Why was my credit card refused?",
        "What does a second credit card cost?", "My credit card was stolen, what now?", "Can I block my credit card for a day?",
    ];

    private readonly TestFolder _folder = new();

    [Fact]
    public async Task ANewLabel_IsLearnedBesideTheOthers_AndGoesWithItsLastCorrection()
    {
        await using DemoServer server = await DemoServer.StartSmallAsync(_folder);
        foreach (string question in _questions)
            await server.Client.CorrectedAsync(question, " banking ", isNewLabel: true);

        Status learned = await Poll.UntilLearnedAsync(server.Client);

        Assert.Equal(["banking", "negative", "positive"], learned.Model.Labels.Order(StringComparer.Ordinal));
        Assert.Equal(["negative", "positive", "banking"], learned.Labels);
        Assert.Equal(LessonOutcome.Taken, learned.Learning.Lessons[0].Outcome);
        Assert.Equal("banking", (await server.ClassifyAsync("Is my credit card blocked?")).Label);

        foreach (Correction correction in await server.Client.CorrectionsAsync())
            await server.Client.DeletedAsync(correction.Text, correction.Version);
        Status forgotten = await Poll.UntilLearnedAsync(server.Client);

        Assert.Equal(["negative", "positive"], forgotten.Model.Labels.Order(StringComparer.Ordinal));
        Assert.Equal(["negative", "positive"], forgotten.Labels);
        await DemoCalls.ProblemAsync(await server.Client.CorrectAsync(_questions[0], "banking"), HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task OneTextWithANewLabel_IsEnough()
    {
        await using DemoServer server = await DemoServer.StartSmallAsync(_folder);

        await server.Client.CorrectedAsync(_questions[0], "banking", isNewLabel: true);
        Status learned = await Poll.UntilLearnedAsync(server.Client);

        Assert.Contains("banking", learned.Model.Labels);
        Assert.Equal(["banking"], (await server.ClassifyAsync(_questions[0])).Probabilities.Select(one => one.Label).Except(["negative", "positive"]));
    }

    [Fact]
    public async Task ALabelThatIsThere_NeedsNoPermission()
    {
        await using DemoServer server = DemoServer.Start(_folder);
        await server.Client.CorrectedAsync(_questions[0], "banking", isNewLabel: true);

        Correction second = await server.Client.CorrectedAsync(_questions[1], "banking");
        Correction third = await server.Client.CorrectedAsync(_questions[2], "positive", isNewLabel: true);

        Assert.Equal(("banking", "positive"), (second.Label, third.Label));
    }

    [Fact]
    public async Task LongLabelsAndTooManyLabels_AreRefused()
    {
        await using DemoServer server = DemoServer.Start(_folder, ("Limits:LabelCharacters", "8"), ("Limits:NewLabels", "2"));
        await server.Client.CorrectedAsync(_questions[0], "12345678", isNewLabel: true);
        await server.Client.CorrectedAsync(_questions[1], "other", isNewLabel: true);

        Assert.Equal("\"label\" has 9 characters; at most 8 were expected. Shorten it.", await RefusedAsync("123456789"));
        Assert.Equal(
            "\"label\" is 'third'; corrections have added 2 labels, the most that Limits:NewLabels allows. Choose one of them, or delete the "
            + "corrections of one.",
            await RefusedAsync("third"));
        Assert.Equal("\"label\" is 'Other', and there is 'other', which differs only in case. Choose 'other', or a label that differs in more.", await RefusedAsync("Other"));
        Assert.Equal(2, (await server.Client.CorrectionsAsync()).Count);
        await server.Client.DeletedAsync(_questions[1], seenVersion: 2);
        Assert.Equal("third", (await server.Client.CorrectedAsync(_questions[2], "third", isNewLabel: true)).Label);

        async Task<string?> RefusedAsync(string label)
        {
            ProblemDetails problem = await DemoCalls.ProblemAsync(
                await server.Client.CorrectAsync(_questions[2], label, isNewLabel: true), HttpStatusCode.BadRequest);
            return problem.Detail;
        }
    }

    [Fact]
    public async Task ANewLabelIsThereAfterARestart_BeforeAnyModelHasIt()
    {
        await using (DemoServer server = DemoServer.Start(_folder))
            await server.Client.CorrectedAsync(_questions[0], "banking", isNewLabel: true);

        await using DemoServer restarted = DemoServer.Start(_folder);
        Status status = await restarted.StatusAsync();

        Assert.Equal(["negative", "positive", "banking"], status.Labels);
        Assert.DoesNotContain("banking", status.Model.Labels);
    }

    public void Dispose() => _folder.Dispose();
}
