namespace MaxPoolConvNet.Tests;

internal sealed record SampleOutput(int ExitCode, string Output, string Error);
