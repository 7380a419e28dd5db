using MaxPoolConvNet.Samples.WebDemo;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.WebDemo.Tests;

public sealed class LearningTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task ACorrection_BecomesPartOfTheModel()
    {
        const string Text = "How do I block a stolen credit card?";
        await using DemoServer server = DemoServer.Start(_folder, DemoServer.Learns);
        Answer before = await server.ClassifyAsync(Text);
        string other = Reviews.Other(before.Label);

        await server.Client.CorrectedAsync(Text, other);
        Status status = await Poll.UntilLearnedAsync(server.Client);

        LessonReport lesson = Assert.Single(status.Learning.Lessons);
        Assert.Equal((LessonOutcome.Taken, 1, 1), (lesson.Outcome, lesson.NewCorrectionCount, (int)status.Model.LearnedVersion));
        Assert.Equal(new ChangedAnswer(Text, before.Label, other, other, IsCorrection: true), lesson.Changes[0]);
        Assert.All(lesson.Changes.Skip(1), change => Assert.NotEqual(change.Before, change.After));
        Answer after = await server.ClassifyAsync(Text);
        Assert.Equal(other, after.Label);
        Assert.NotEqual(before.Model, after.Model);
    }

    [Fact]
    public async Task CorrectionsThatWereNotLearned_AreLearnedAfterARestart()
    {
        await using (DemoServer server = await DemoServer.StartSmallAsync(_folder))
        {
            // stored, and the process ends before the learner is told
            await server.Service<CorrectionStore>().StoreAsync("Not what I ordered.", "positive", 0, CancellationToken.None);
            Assert.Equal(1, (await server.StatusAsync()).Learning.PendingCount);
        }

        await using DemoServer restarted = await DemoServer.StartSmallAsync(_folder);
        Status status = await restarted.StatusAsync();

        Assert.Equal((1, 1), ((int)status.Model.LearnedVersion, status.Learning.Lessons.Count));
    }

    [Fact]
    public async Task AModelThatIsSignificantlyWorse_IsRefused()
    {
        string texts = Reviews.WriteTo(_folder, 500);
        await using DemoServer server = DemoServer.StartWithoutModel(_folder, DemoServer.Learns, ("Demo:Texts", texts));
        Status before = await Poll.UntilLearnedAsync(server.Client);

        // every training text gets the wrong label
        var starting = server.Service<StartingTexts>();
        foreach (LabeledText text in starting.SplitWith([]).Training)
            await server.Service<CorrectionStore>().StoreAsync(text.Text, Reviews.Other(text.Label), 0, CancellationToken.None);
        server.Service<LearningRequests>().Request();
        Status after = await Poll.UntilAsync(server.StatusAsync, status => status.Learning.Lessons is [{ Outcome: LessonOutcome.Refused }, ..]);

        Assert.StartsWith("The new model is significantly worse on the held-out texts: accuracy ", after.Learning.Lessons[0].Reason, StringComparison.Ordinal);
        Assert.Equal(before.Model.Checksum, after.Model.Checksum);
        Assert.Equal(starting.SplitWith([]).Training.Count, after.Learning.PendingCount);
    }

    [Fact]
    public async Task AModelOfOtherTexts_IsMadeAnew()
    {
        string texts = Reviews.WriteTo(_folder, 300, (_, label) => $"{label} review");

        await using DemoServer server = DemoServer.Start(_folder, ("Demo:Texts", texts));

        Assert.Equal(["negative review", "positive review"], (await server.StatusAsync()).Model.Labels);
    }

    [Fact]
    public void TextsWithSeveralLabels_EndTheStart()
    {
        string texts = Path.Combine(_folder.Path, "texts.json");
        File.WriteAllText(texts, "[{\"text\": \"a b\", \"labels\": [\"x\", \"y\"]}, {\"text\": \"c d\", \"labels\": [\"x\"]}]");

        Exception problem = Assert.ThrowsAny<Exception>(() => DemoServer.Start(_folder, ("Demo:Texts", texts)));

        Assert.Contains("a text has 2 labels; this app takes texts with one label each", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suspects_AreFoundAndGoWhenTheyWereChecked()
    {
        string texts = Reviews.WriteTo(_folder, 600, (i, label) => i % 20 == 0 ? Reviews.Other(label) : label);
        await using DemoServer server = DemoServer.StartWithoutModel(_folder, ("Demo:Texts", texts));

        SuspectList found = await Poll.UntilAsync(() => FindAsync(server), list => list.IsDone);
        Suspect first = found.Suspects[0];
        await server.Client.CorrectedAsync(first.Text, first.Suggested);
        SuspectList after = await FindAsync(server);

        HashSet<string> planted = [.. Reviews.All.Take(600).Where((_, i) => i % 20 == 0).Select(review => review.Text)];
        Assert.InRange(found.Suspects.Take(10).Count(suspect => planted.Contains(suspect.Text)), 5, 10);
        Assert.NotEqual(first.Given, first.Suggested);
        Assert.Equal(1, first.Words.Max(word => Math.Abs(word.Share)));
        Assert.DoesNotContain(first.Text, after.Suspects.Select(suspect => suspect.Text));
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<SuspectList> FindAsync(DemoServer server) =>
        await DemoCalls.OkAsync<SuspectList>(await server.Client.GetAsync(new Uri("/suspects", UriKind.Relative)));
}
