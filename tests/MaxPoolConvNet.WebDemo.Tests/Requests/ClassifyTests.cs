using System.Net.Http.Json;
using MaxPoolConvNet.Samples.WebDemo;

namespace MaxPoolConvNet.WebDemo.Tests;

public sealed class ClassifyTests(SharedServer shared) : IClassFixture<SharedServer>, IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task AText_GetsLabelProbabilitiesAndTheWordsThatDecided()
    {
        DemoServer server = shared.Server;
        const string Text = "Not only cheap but surprisingly well made.";

        Answer answer = await server.ClassifyAsync(Text);

        TextClassifier classifier = TextClassifier.Load(server.Folder.ModelPath);
        Assert.Equal(classifier.Predict(Text).Label, answer.Label);
        Assert.Equal(classifier.Predict(Text).Probability, answer.Probability, 1e-6);
        Assert.Equal(["positive", "negative"], answer.Probabilities.Select(one => one.Label));
        Assert.Equal(1, answer.Probabilities.Sum(one => one.Probability), 1e-6);
        Assert.Null(answer.Doubt);
        Assert.Equal((8, 8, classifier.Checksum, null), (answer.WordCount, answer.KnownWordCount, answer.Model, answer.Correction));
        Assert.Contains("well", answer.Words.Select(word => Text.Substring(word.Start, word.Length)));
        Assert.Equal(1, answer.Words.Max(word => Math.Abs(word.Share)));
    }

    [Theory]
    [InlineData("asdf qwer", "The model knows none of the words.")]
    [InlineData("good", "The text doesn't resemble the texts that the model was trained on.")]
    [InlineData("It lacks nothing, and lasts no time.", "Among answers like this one, more than 10 % may be wrong.")]
    public async Task ADoubtfulText_SaysWhy(string text, string doubt)
    {
        DemoServer server = shared.Server;

        Assert.Equal(doubt, (await server.ClassifyAsync(text)).Doubt);
    }

    [Fact]
    public async Task ManyTexts_ComeWithTheDoubtsFirst()
    {
        DemoServer server = shared.Server;
        string[] texts = [.. Reviews.All.Take(200).Select(review => review.Text), "asdf qwer"];

        ShortAnswer[] answers = await DemoCalls.OkAsync<ShortAnswer[]>(
            await server.Client.PostAsJsonAsync("/classify/many", new ClassifyManyRequest(texts)));

        Assert.Equal(Enumerable.Range(1, 201), answers.Select(answer => answer.Number).Order());
        Assert.All(answers, answer => Assert.Equal(texts[answer.Number - 1], answer.Text));
        ShortAnswer[] unsure = [.. answers.TakeWhile(answer => answer.Doubt is not null)];
        Assert.InRange(unsure.Length, 1, 150);
        Assert.Contains(unsure, answer => answer.Text == "asdf qwer");
        Assert.All(answers.Skip(unsure.Length), answer => Assert.Null(answer.Doubt));
        Assert.Equal(unsure.Select(answer => answer.Probability).Order(), unsure.Select(answer => answer.Probability));
    }

    [Fact]
    public async Task WithoutAModelFile_TheFirstAnswersComeFromASampleAndTheOthersFromAllTexts()
    {
        await using DemoServer server = DemoServer.StartWithoutModel(_folder, DemoServer.Learns);

        Assert.Equal("positive", (await server.ClassifyAsync("I love it")).Label);
        Status learned = await Poll.UntilLearnedAsync(server.Client);

        LessonReport lesson = Assert.Single(learned.Learning.Lessons);
        Assert.Equal(LessonOutcome.Taken, lesson.Outcome);
        Assert.InRange(lesson.TrainingTextCount, 2_500, 2_700);
        Assert.Equal(lesson.TrainingTextCount, learned.Model.TrainingTextCount);
        Assert.Equal(3_200, lesson.TrainingTextCount + lesson.Comparison!.TextCount);
    }

    public void Dispose() => _folder.Dispose();
}
