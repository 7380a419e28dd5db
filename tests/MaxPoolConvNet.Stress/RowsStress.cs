namespace MaxPoolConvNet.Stress;

/// <summary>Classifiers whose rows are made at first use, in a table with room for some of them: each answer has the bits of one thread's.</summary>
internal sealed class RowsStress : IStress
{
    private static readonly WeightFormat[] _formats = [WeightFormat.Float32, WeightFormat.BFloat16, WeightFormat.Int8];

    public string Name => "rows of words";

    public long Run(StressOptions options, CancellationToken until)
    {
        TextClassifier classifier = StressTexts.Trained(1);
        Prediction[][] expected =
            [.. _formats.Select(format => StressTexts.All.Select(classifier.Compile(new CompileOptions { WeightFormat = format }, CancellationToken.None).Predict).ToArray())];
        long answers = 0;
        for (int round = 0; !until.IsCancellationRequested; round++)
        {
            int format = round % _formats.Length;
            // a new table each time: what is contended is its filling
            var atFirstUse = new CompileOptions { WeightFormat = _formats[format], Rows = CompiledRows.AtFirstUse, MaximumBytes = round % 4 * 4_000 };
            TextClassifier fresh = classifier.Compile(atFirstUse, CancellationToken.None);
            RunOnce(fresh, expected[format], options, round);
            answers += options.Threads * (long)StressTexts.All.Length;
        }

        return answers;
    }

    private static void RunOnce(TextClassifier fresh, Prediction[] expected, StressOptions options, int round)
    {
        using var start = new Barrier(options.Threads);
        Crowd.Run(options.Threads, thread =>
        {
            var yields = new Yields((options.Seed * 1_000) + (round * options.Threads) + thread);
            int offset = yields.Below(expected.Length);
            start.SignalAndWait();
            for (int t = 0; t < expected.Length; t++)
            {
                int text = (offset + t) % expected.Length;
                Prediction found = fresh.Predict(StressTexts.All[text]);
                if (found != expected[text]) throw new WrongAnswerException($"text {text} is {found}; {expected[text]} was expected");
                yields.Perhaps();
            }
        });
    }
}
