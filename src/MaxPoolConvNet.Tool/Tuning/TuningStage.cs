namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>What is being done.</summary>
internal enum TuningStage
{
    /// <summary>Settings are tried, with one network.</summary>
    Search,

    /// <summary>The best and the defaults are tried again, with several networks.</summary>
    Finalists,

    /// <summary>The defaults and the choice are trained for the test.</summary>
    Test,
}
