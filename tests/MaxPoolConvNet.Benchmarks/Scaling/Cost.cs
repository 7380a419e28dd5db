using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Benchmarks.Scaling;

/// <summary>Something done with texts, on one thread, whose time is measured.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="TextsAtOnce">How many texts a run goes through; times are told for one.</param>
internal abstract record Cost(string Name, int TextsAtOnce)
{
    public static IReadOnlyList<Cost> All { get; } = [new PredictionCost(), new TextStepCost(), new BatchStepCost()];

    /// <summary>How the cost is expected to grow with each of <see cref="Sweep.All"/>.</summary>
    public abstract IReadOnlyList<string> Expected { get; }

    /// <summary>The work of a run, which goes on to the next texts each time.</summary>
    public abstract Action Prepare(Sizes sizes, EncodedTexts texts);
}
