using System.Net;
using MaxPoolConvNet.Samples.WebDemo;
using Microsoft.AspNetCore.Mvc;

namespace MaxPoolConvNet.WebDemo.Tests;

public sealed class DeletionTests : IDisposable
{
    private const string Text = "Not what I ordered.";

    private readonly TestFolder _folder = new();

    [Fact]
    public async Task ADeletedCorrection_IsGoneAfterARestart_AndItsVersionIsNeverUsedAgain()
    {
        await using (DemoServer server = DemoServer.Start(_folder))
        {
            await server.Client.CorrectedAsync(Text, "positive");

            Assert.Equal(2, await server.Client.DeletedAsync($" {Text}\n", seenVersion: 1));
            Assert.Empty(await server.Client.CorrectionsAsync());
            Assert.Null((await server.ClassifyAsync(Text)).Correction);
        }

        await using DemoServer restarted = DemoServer.Start(_folder);
        Assert.Empty(await restarted.Client.CorrectionsAsync());
        LearningStatus learning = (await restarted.StatusAsync()).Learning;
        Assert.Equal((0, 1, 1), (learning.CorrectionCount, learning.PendingCount, learning.PendingDeletionCount));
        Assert.Equal(3, (await restarted.Client.CorrectedAsync(Text, "negative")).Version);
    }

    [Fact]
    public async Task DeletingTwice_IsDeletingOnce()
    {
        await using DemoServer server = DemoServer.Start(_folder);
        await server.Client.CorrectedAsync(Text, "positive");

        Assert.Equal(2, await server.Client.DeletedAsync(Text, seenVersion: 1));
        Assert.Null(await server.Client.DeletedAsync(Text, seenVersion: 1));
        Assert.Null(await server.Client.DeletedAsync(Text));
        Assert.Null(await server.Client.DeletedAsync("A text that nobody corrected."));
        Assert.Equal(2, server.Service<CorrectionStore>().Current.LastVersion);
    }

    [Fact]
    public async Task ACorrectionThatSomebodyElseChanged_IsNotDeleted()
    {
        await using DemoServer server = DemoServer.Start(_folder);
        await server.Client.CorrectedAsync(Text, "positive");
        Correction second = await server.Client.CorrectedAsync(Text, "negative", seenVersion: 1);

        ProblemDetails problem = await DemoCalls.ProblemAsync(await server.Client.DeleteCorrectionAsync(Text, seenVersion: 1), HttpStatusCode.Conflict);

        Assert.Equal("Somebody labeled this text \"negative\" meanwhile. Look at that, and send \"seenVersion\": 2 to delete it.", problem.Detail);
        Assert.Contains("\"version\":2", problem.Extensions["current"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal([second], await server.Client.CorrectionsAsync());
        await DemoCalls.ProblemAsync(await server.Client.DeleteCorrectionAsync(Text), HttpStatusCode.Conflict);
        Assert.Equal(3, await server.Client.DeletedAsync(Text, seenVersion: 2));
    }

    [Fact]
    public async Task ACorrectionThatSomebodyElseDeleted_IsNotChanged()
    {
        await using DemoServer server = DemoServer.Start(_folder);
        await server.Client.CorrectedAsync(Text, "positive");
        await server.Client.DeletedAsync(Text, seenVersion: 1);

        ProblemDetails problem = await DemoCalls.ProblemAsync(
            await server.Client.CorrectAsync(Text, "negative", seenVersion: 1), HttpStatusCode.Conflict);

        Assert.Equal("Somebody deleted this text's correction meanwhile. Send \"seenVersion\": 0 to label it all the same.", problem.Detail);
        Assert.Empty(await server.Client.CorrectionsAsync());
        Assert.Equal(3, (await server.Client.CorrectedAsync(Text, "negative")).Version);
    }

    [Fact]
    public async Task OfChangesAndDeletionsAtOnce_ExactlyOneWins()
    {
        await using DemoServer server = DemoServer.Start(_folder);
        await server.Client.CorrectedAsync(Text, "positive");

        HttpResponseMessage[] answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => i % 2 == 0
            ? server.Client.DeleteCorrectionAsync(Text, seenVersion: 1)
            : server.Client.CorrectAsync(Text, "negative", seenVersion: 1)));

        Assert.All(answers, answer => Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Conflict));
        Assert.Equal(2, server.Service<CorrectionStore>().Current.LastVersion);
        Assert.InRange(server.Service<CorrectionStore>().Current.Count, 0, 1);
    }

    [Fact]
    public async Task ADeletion_IsForgottenByTheNextModel()
    {
        await using DemoServer server = await DemoServer.StartSmallAsync(_folder);
        Status before = await server.StatusAsync();
        await server.Client.CorrectedAsync("A bicycle bell.", "positive");
        Status corrected = await Poll.UntilLearnedAsync(server.Client);

        await server.Client.DeletedAsync("A bicycle bell.", seenVersion: 1);
        Status after = await Poll.UntilLearnedAsync(server.Client);

        Assert.Equal((1, 2), ((int)corrected.Model.LearnedVersion, (int)after.Model.LearnedVersion));
        Assert.Equal((0, 1, LessonOutcome.Taken), (
            after.Learning.Lessons[0].NewCorrectionCount, after.Learning.Lessons[0].DeletedCorrectionCount, after.Learning.Lessons[0].Outcome));
        Assert.Equal(before.Model.TrainingTextCount, after.Model.TrainingTextCount);
        Assert.Equal(before.Model.TrainingTextCount + 1, corrected.Model.TrainingTextCount);
    }

    [Fact]
    public async Task ADeletedText_IsNowhereInTheFolder()
    {
        const string Secret = "My card number is 4929 1234";
        await using DemoServer server = DemoServer.Start(_folder);
        await server.Client.CorrectedAsync(Secret, "positive");
        Assert.True(IsStored(Secret));

        await server.Client.DeletedAsync(Secret, seenVersion: 1);

        Assert.False(IsStored(Secret));
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Whether the database or its log has a text in plain form.</summary>
    private bool IsStored(string text) => new[] { _folder.DatabasePath, _folder.DatabasePath + "-wal" }.Any(path =>
    {
        using var content = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        return content.ReadToEnd().Contains(text, StringComparison.Ordinal);
    });
}
