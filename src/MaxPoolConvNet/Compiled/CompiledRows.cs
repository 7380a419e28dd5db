namespace MaxPoolConvNet;

/// <summary>When the rows of a compiled classifier's table are computed. It never changes a prediction.</summary>
public enum CompiledRows
{
    /// <summary>All of them when it is compiled.</summary>
    AllAtOnce,

    /// <summary>Those of a word when a text first has it.</summary>
    AtFirstUse,
}
