namespace MaxPoolConvNet.Fuzz;

/// <summary>What came of feeding a target.</summary>
/// <param name="Name">The target.</param>
/// <param name="Inputs">The number of inputs tried.</param>
/// <param name="Accepted">The number of inputs that were read without an exception.</param>
/// <param name="FailureCount">The number of inputs that failed.</param>
/// <param name="Failures">The first failures of each kind.</param>
/// <param name="Slowest">The time of the slowest input.</param>
/// <param name="MostAllocated">The largest fraction of the bytes allowed that an input allocated.</param>
internal sealed record TargetResult(
    string Name, long Inputs, long Accepted, long FailureCount, IReadOnlyList<Failure> Failures, TimeSpan Slowest, double MostAllocated);
