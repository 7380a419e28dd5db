namespace MaxPoolConvNet.Native.Tests;

/// <summary>Any number of threads uses the library at the same time.</summary>
public sealed unsafe class ThreadTests
{
    private const int Threads = 8;

    [Fact]
    public void EightThreads_GetWhatOneGets()
    {
        TextClassifier classifier = Classifiers.Load("two labels");
        using var model = new NativeModel(Classifiers.File("two labels"));

        OnThreads(thread =>
        {
            foreach (string text in Classifiers.Texts.Skip(thread * 50).Concat(Classifiers.Texts.Take(thread * 50)))
            {
                Assert.Equal(NativePrediction.Of(classifier, classifier.Predict(text)), model.Predict(text));
                Assert.Equal(classifier.Score(text).Select(label => label.Probability), model.Score(text));
            }
        });
    }

    [Fact]
    public void EachThread_HasItsOwnError()
    {
        using var barrier = new Barrier(Threads);

        OnThreads(thread =>
        {
            int count;
            ulong foreign = (ulong)thread + 1;
            Assert.Equal("", NativeModel.LastError);
            barrier.SignalAndWait();
            Assert.Equal(Status.InvalidHandle, NativeMethods.LabelCount(foreign, &count));
            barrier.SignalAndWait();
            Assert.StartsWith($"the handle {foreign} doesn't", NativeModel.LastError, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void ModelsAreLoadedUsedAndFreed_ByAllThreads() => OnThreads(_ =>
    {
        for (int round = 0; round < 10; round++)
        {
            using var model = new NativeModel(Classifiers.File("two labels"));
            Assert.Equal(2, model.Score("ä").Length);
        }
    });

    [Fact]
    public void AModelFreedWhileOthersPredict_IsAnErrorOfTheirs()
    {
        var model = new NativeModel(Classifiers.File("two labels"));
        using var predicting = new CountdownEvent(Threads - 1);

        OnThreads(thread =>
        {
            if (thread == 0)
            {
                predicting.Wait();
                model.Dispose();
                return;
            }

            byte text = (byte)'a';
            NativePrediction prediction;
            Assert.Equal(Status.Ok, NativeMethods.Predict(model.Handle, &text, 1, &prediction));
            predicting.Signal();
            Status status;
            do status = NativeMethods.Predict(model.Handle, &text, 1, &prediction);
            while (status == Status.Ok);
            Assert.Equal(Status.InvalidHandle, status);
        });
    }

    /// <summary>Runs the work on threads of their own and throws what it throws.</summary>
    private static void OnThreads(Action<int> work)
    {
        Exception?[] problems = new Exception?[Threads];
        Thread[] threads =
        [
            .. Enumerable.Range(0, Threads).Select(thread => new Thread(() => problems[thread] = Record.Exception(() => work(thread)))),
        ];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        Assert.All(problems, Assert.Null);
    }
}
