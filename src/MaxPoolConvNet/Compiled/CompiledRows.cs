namespace MaxPoolConvNet;

/// <summary>When the rows of a compiled classifier's table are computed. It never changes a prediction.</summary>
public enum CompiledRows
{
    /// <summary>All rows are computed when the classifier is compiled.</summary>
    AllAtOnce,

    /// <summary>The rows of a word are computed when a text first contains it.</summary>
    AtFirstUse,
}
