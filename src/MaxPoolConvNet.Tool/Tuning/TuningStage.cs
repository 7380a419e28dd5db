namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>A stage of tuning.</summary>
internal enum TuningStage
{
    /// <summary>Trials of settings, with one network each.</summary>
    Search,

    /// <summary>The best settings and the defaults again, with several networks.</summary>
    Finalists,

    /// <summary>The final training of the defaults and its test.</summary>
    StartTest,

    /// <summary>The final training of the choice and its test.</summary>
    Test,
}
