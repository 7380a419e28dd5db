namespace MaxPoolConvNet.Tool.Files;

/// <summary>The use of a column.</summary>
internal enum ColumnUse
{
    /// <summary>Not decided yet: detected by name and values.</summary>
    Unknown,

    /// <summary>The column isn't read.</summary>
    Unused,

    /// <summary>The column was requested as the text or one of its columns.</summary>
    Text,

    /// <summary>The column was requested as the label or one of the labels.</summary>
    Label,

    /// <summary>The column wasn't requested, but has a usual name of a label.</summary>
    PerhapsLabel,
}
