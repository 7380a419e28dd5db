namespace MaxPoolConvNet.Tool.Tests;

internal sealed record ToolConsoleOptions
{
    public bool IsTerminal { get; init; }

    public bool Colors { get; init; }

    public CancellationToken Interrupted { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;
}
