using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Benchmarks.KernelBenchmarks;

/// <summary>The steps of one rule, with gradients that change sign from run to run, so that entries stay where they are.</summary>
internal sealed class RuleSteps<TRule>(TRule rule, int length) : OptimizerSteps
    where TRule : struct, IUpdateRule<TRule>
{
    private readonly AlignedArray<float> _entries = RandomNumbers.Of(length, 1);
    private readonly AlignedArray<float> _gradients = RandomNumbers.Of(length, 2, deviation: 0.01);
    private readonly StepMemory _rowMemory = StepMemory.OfRows(TRule.Memories, length);
    private readonly StepMemory _entryMemory = StepMemory.OfEntries<TRule>(length);
    private float _sign = 1;

    private DenseStep<TRule> Kernel => new(rule, _sign = -_sign, _gradients.Span, _entries.Span, _rowMemory);

    public override void Dense<TLanes>() => Kernel.Run<TLanes>();

    public override void Dense() => Lanes.Run<DenseStep<TRule>, float>(Kernel);

    public override void EntryByEntry()
    {
        _sign = -_sign;
        var step = new EntryStep<TRule>(rule, _entries.Span, [], _entryMemory);
        Span<float> gradients = _gradients.Span;
        for (int entry = 0; entry < gradients.Length; entry++)
            step.Step(entry, _sign * gradients[entry]);
    }
}
