namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>What is being done.</summary>
internal enum TuningStage
{
    /// <summary>Settings are tried.</summary>
    Search,

    /// <summary>The best are trained once more.</summary>
    Again,

    /// <summary>The defaults and the choice are trained for the test.</summary>
    Test,
}
