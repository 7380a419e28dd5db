namespace MaxPoolConvNet.Tool.Files;

/// <summary>What a column is for.</summary>
internal enum ColumnUse
{
    /// <summary>That is found later, by names and values.</summary>
    Unknown,

    /// <summary>It isn't read.</summary>
    Unused,

    /// <summary>It is asked for as the text, or a part of it.</summary>
    Text,

    /// <summary>It is asked for as the label, or one of them.</summary>
    Label,

    /// <summary>It isn't asked for, but has a usual name of labels.</summary>
    PerhapsLabel,
}
