namespace MaxPoolConvNet.Mpi.Tests;

/// <summary>How a run ended, and what it printed.</summary>
internal sealed record RankRun(int ExitCode, string Output, string Error);
