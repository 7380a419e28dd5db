namespace MaxPoolConvNet.Tests;

/// <summary>Calls that can take a second end where their token is cancelled.</summary>
public class CancelledCallsTests
{
    private static readonly CancellationToken _cancelled = new(canceled: true);

    public static TheoryData<string, Action<TextClassifier>> Calls { get; } = new()
    {
        { "PredictAll", classifier => classifier.PredictAll(SmallClassifier.Texts, cancellationToken: _cancelled) },
        { "Evaluate", classifier => classifier.Evaluate([new(classifier.Labels[0], "x")], cancellationToken: _cancelled) },
        { "Compile", classifier => classifier.Compile(cancellationToken: _cancelled) },
        { "FindModelNgrams", classifier => classifier.FindModelNgrams(cancellationToken: _cancelled) },
        { "FindNgrams", classifier => classifier.FindNgrams(SmallClassifier.Texts, cancellationToken: _cancelled) },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public void Cancelled_Throws(string name, Action<TextClassifier> call)
    {
        Assert.NotEmpty(name);
        Assert.Throws<OperationCanceledException>(() => call(SmallClassifier.WithEmbedding));
    }

    [Fact]
    public void Evaluate_CancelledWhileItReads_EndsWithoutReadingTheRest()
    {
        using var source = new CancellationTokenSource();
        int read = 0;
        IEnumerable<string> Endless()
        {
            while (true)
            {
                if (++read == 100) source.Cancel();
                yield return "good";
            }
        }

        Assert.Throws<OperationCanceledException>(() => SmallClassifier.ByHand.FindNgrams(Endless(), cancellationToken: source.Token));
        Assert.Equal(100, read);
    }
}
