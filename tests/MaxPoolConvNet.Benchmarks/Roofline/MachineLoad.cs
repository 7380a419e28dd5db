
namespace MaxPoolConvNet.Benchmarks.Roofline;

/// <summary>Work that keeps one part of the machine busy, alone or on several threads at once.</summary>
/// <param name="name">What the table calls it.</param>
/// <param name="unit">What is counted: GFLOP (a multiplication and an addition are two) or GB (10⁹ bytes).</param>
internal abstract class MachineLoad(string name, string unit)
{
    public string Name { get; } = name;

    public string Unit { get; } = unit;

    /// <summary>How much of the unit a run is, of all threads together.</summary>
    public abstract double Amount(int threads);

    /// <summary>One run, of all threads.</summary>
    public abstract void Run(WorkSharing sharing);
}
