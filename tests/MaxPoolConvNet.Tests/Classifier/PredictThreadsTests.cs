using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests;

[Trait("Category", "Slow")]
public class PredictThreadsTests
{
    private const int Threads = 64;

    [Theory]
    [InlineData("one-hot", 1_000)]
    [InlineData("rows made as texts come", 1_000)]
    [InlineData("room for a few rows", 1_000)]
    [InlineData("one-hot", 10_000, Traits = new[] { "Category", "Slow" })]
    [InlineData("rows made as texts come", 10_000, Traits = new[] { "Category", "Slow" })]
    [InlineData("room for a few rows", 10_000, Traits = new[] { "Category", "Slow" })]
    public void ManyThreadsGetTheAnswersThatOneGets(string form, int predictionsPerThread)
    {
        TextClassifier classifier = form switch
        {
            "one-hot" => SmallClassifier.Trained,
            "rows made as texts come" => SmallClassifier.WithEmbedding.Compile(new CompileOptions { Rows = CompiledRows.AtFirstUse }),
            _ => SmallClassifier.WithEmbedding.Compile(new CompileOptions { Rows = CompiledRows.AtFirstUse, MaximumBytes = 2_000 }),
        };
        string[] texts = [.. Enumerable.Range(0, 1_000).Select(Text)];
        Prediction[] alone = Array.ConvertAll(texts, (form == "one-hot" ? classifier : SmallClassifier.WithEmbedding).Predict);
        int[] differences = new int[Threads];

        using var barrier = new Barrier(Threads);
        Run(thread =>
        {
            barrier.SignalAndWait();
            for (int time = 0; time < predictionsPerThread; time++)
            {
                int text = (time + (thread * 17)) % texts.Length;
                if (classifier.Predict(texts[text]) != alone[text]) differences[thread]++;
            }
        });

        Assert.True(alone.Distinct().Count() > 100);
        Assert.All(differences, count => Assert.Equal(0, count));
    }

    [Fact]
    public void WhatAThreadNeededIsFreedWhenItHasEnded()
    {
        var tokenizer = new Watched();
        var classifier = new TextClassifier(SmallClassifier.ByHand.ToConvNet(), SmallClassifier.ByHand.Vocabulary, tokenizer, SmallClassifier.ByHand.Labels);
        Run(_ => classifier.Predict("good"));

        Assert.Equal(Threads, tokenizer.Buffers.Count);
        for (int time = 0; time < 10 && tokenizer.Alive > 0; time++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        // the last one may still be in a register or on a stack
        Assert.InRange(tokenizer.Alive, 0, 2);
        GC.KeepAlive(classifier);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Run(Action<int> work)
    {
        Thread[] threads = [.. Enumerable.Range(0, Threads).Select(number => new Thread(() => work(number)))];
        foreach (Thread thread in threads)
            thread.Start();
        foreach (Thread thread in threads)
            thread.Join();
    }

    private static string Text(int number)
    {
        var random = new CounterRandom((ulong)number);
        string[] words = ["not", "good", "superb", "dreadful", "film", "the", "home", "xyzzy", "."];
        return string.Join(' ', Enumerable.Range(1, random.Below(12, 0)).Select(at => words[random.Below(words.Length, (ulong)at)]));
    }

    /// <summary>Sees what each thread keeps for its predictions.</summary>
    private sealed class Watched : ITokenizer
    {
        private readonly WordTokenizer _words = new();

        public ConcurrentQueue<WeakReference> Buffers { get; } = new();

        public int Alive => Buffers.Count(buffer => buffer.IsAlive);

        public void Tokenize(ReadOnlySpan<char> text, TokenBuffer tokens)
        {
            Buffers.Enqueue(new WeakReference(tokens));
            _words.Tokenize(text, tokens);
        }
    }
}
