namespace MaxPoolConvNet.Tests;

public class PredictThreadsTests
{
    private const int Threads = 8;
    private const int PredictionsPerThread = 2_000;

    [Fact]
    public void ManyThreadsGetTheAnswersThatOneGets()
    {
        TextClassifier classifier = SmallClassifier.Trained;
        string[] texts = [.. Enumerable.Range(0, Threads * PredictionsPerThread).Select(Text)];
        Prediction[] alone = Array.ConvertAll(texts, classifier.Predict);
        var together = new Prediction[texts.Length];

        using var barrier = new Barrier(Threads);
        Thread[] threads = [.. Enumerable.Range(0, Threads).Select(thread => new Thread(() =>
        {
            barrier.SignalAndWait();
            for (int t = thread; t < texts.Length; t += Threads)
                together[t] = classifier.Predict(texts[t]);
        }))];
        foreach (Thread thread in threads)
            thread.Start();
        foreach (Thread thread in threads)
            thread.Join();

        Assert.True(alone.Distinct().Count() > 100);
        Assert.Equal(alone, together);
    }

    private static string Text(int number)
    {
        var random = new CounterRandom((ulong)number);
        string[] words = ["not", "good", "superb", "dreadful", "film", "the", "home", "xyzzy", "."];
        return string.Join(' ', Enumerable.Range(1, random.Below(30, 0)).Select(at => words[random.Below(words.Length, (ulong)at)]));
    }
}
