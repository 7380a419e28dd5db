using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Benchmarks.KernelBenchmarks;

/// <summary>The steps of an optimizer's rule over some entries, whichever rule it is.</summary>
internal abstract class OptimizerSteps
{
    /// <summary>The optimizers, by the names of their rules.</summary>
    public static IReadOnlyList<string> Rules { get; } = ["SGD", "momentum", "AdaGrad", "AdaDelta", "Adam"];

    /// <param name="rule">One of <see cref="Rules"/>.</param>
    /// <param name="length">Entries, whole cache lines.</param>
    public static OptimizerSteps Of(string rule, int length) => rule switch
    {
        "SGD" => new RuleSteps<SgdRule>(new SgdRule(new Sgd()), length),
        "momentum" => new RuleSteps<MomentumRule>(new MomentumRule(new Sgd { Momentum = 0.9 }), length),
        "AdaGrad" => new RuleSteps<AdaGradRule>(new AdaGradRule(new AdaGrad()), length),
        "AdaDelta" => new RuleSteps<AdaDeltaRule>(new AdaDeltaRule(new AdaDelta()), length),
        "Adam" => new RuleSteps<AdamRule>(new AdamRule(new Adam()), length),
        _ => throw new ArgumentException($"there is no rule {rule}; there are {string.Join(", ", Rules)}", nameof(rule)),
    };

    /// <summary>A step of all entries at once, on lanes of a kind.</summary>
    public abstract void Dense<TLanes>()
        where TLanes : unmanaged, ILanes<TLanes, float>;

    /// <summary>A step of all entries at once, on the lanes chosen for this processor.</summary>
    public abstract void Dense();

    /// <summary>A step of all entries, one after the other, as the sparse gradient of one-hot filters makes it.</summary>
    public abstract void EntryByEntry();
}
