using MaxPoolConvNet.Samples.WebDemo;

namespace MaxPoolConvNet.WebDemo.Tests;

/// <summary>Whatever becomes of the model file, the app goes on answering, and the next model that it learns puts things right.</summary>
public sealed class ModelFileTests : IDisposable
{
    private const string Text = "I love it";

    private readonly TestFolder _folder = new();

    [Fact]
    public async Task ARemovedFile_IsReportedAndWrittenAnew()
    {
        await using DemoServer server = await DemoServer.StartSmallAsync(_folder);
        Answer before = await server.ClassifyAsync(Text);
        File.Delete(_folder.ModelPath);

        Status status = await Poll.UntilAsync(server.StatusAsync, status => status.Model.FileProblem is not null);

        Assert.Contains(_folder.ModelPath, status.Model.FileProblem, StringComparison.Ordinal);
        Assert.Equal(before with { Words = [], Probabilities = [] }, await server.ClassifyAsync(Text) with { Words = [], Probabilities = [] });
        Assert.Equal("Degraded", await server.Client.GetStringAsync(new Uri("/health", UriKind.Relative)));
        await server.Client.CorrectedAsync("Not what I ordered.", "positive");
        Assert.Null((await Poll.UntilLearnedAsync(server.Client)).Model.FileProblem);
        Assert.True(File.Exists(_folder.ModelPath));
    }

    [Fact]
    public async Task ALockedFile_IsReportedAndReplaced()
    {
        await using DemoServer server = await DemoServer.StartSmallAsync(_folder);
        using (var holder = new FileStream(_folder.ModelPath, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            holder.Seek(0, SeekOrigin.End);
            holder.WriteByte(0);
            holder.Flush();
            await Poll.UntilAsync(server.StatusAsync, status => status.Model.FileProblem is not null);

            Assert.True((await server.ClassifyAsync(Text)).Probability > 0.5);
            await server.Client.CorrectedAsync("Not what I ordered.", "positive");
            await Poll.UntilLearnedAsync(server.Client);
        }

        Assert.Null((await server.StatusAsync()).Model.FileProblem);
    }

    [Fact]
    public async Task AFolderInItsPlace_IsReportedAndTheCorrectionIsLearnedOnceItIsGone()
    {
        await using DemoServer server = await DemoServer.StartSmallAsync(_folder);
        File.Delete(_folder.ModelPath);
        Directory.CreateDirectory(_folder.ModelPath);
        File.WriteAllText(Path.Combine(_folder.ModelPath, "file"), "");
        await server.Client.CorrectedAsync("Not what I ordered.", "positive");

        Status failed = await Poll.UntilAsync(
            server.StatusAsync, status => status is { Model.FileProblem: not null, Learning.Lessons: [{ Outcome: LessonOutcome.Failed }, ..] });

        Assert.Equal(1, failed.Learning.PendingCount);
        Assert.Contains(_folder.ModelPath, failed.Learning.Lessons[0].Reason, StringComparison.Ordinal);
        Assert.True((await server.ClassifyAsync(Text)).Probability > 0.5);
        Directory.Delete(_folder.ModelPath, recursive: true);
        Assert.Equal(LessonOutcome.Taken, (await Poll.UntilLearnedAsync(server.Client)).Learning.Lessons[0].Outcome);
    }

    [Fact]
    public async Task ADamagedFile_IsReportedAndMadeAnewAtTheNextStart()
    {
        await using (DemoServer server = await DemoServer.StartSmallAsync(_folder))
        {
            File.WriteAllText(_folder.ModelPath, "no model");
            await Poll.UntilAsync(server.StatusAsync, status => status.Model.FileProblem is not null);
            Assert.True((await server.ClassifyAsync(Text)).Probability > 0.5);
        }

        string texts = Reviews.WriteTo(_folder, 300);
        await using DemoServer restarted = DemoServer.StartWithoutModel(_folder, ("Demo:Texts", texts));

        Assert.True(ModelNotes.Of(TextClassifier.Load(_folder.ModelPath)).IsFirst);
        Assert.True((await restarted.ClassifyAsync(Text)).Probability > 0.5);
    }

    public void Dispose() => _folder.Dispose();
}
