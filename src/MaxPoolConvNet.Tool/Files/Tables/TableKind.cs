namespace MaxPoolConvNet.Tool.Files;

/// <summary>A kind of file that holds a table, but not as text.</summary>
internal enum TableKind
{
    /// <summary>Another file, which the library reads or names for what it is.</summary>
    None,

    /// <summary>Apache Parquet.</summary>
    Parquet,

    /// <summary>A workbook of Excel: .xlsx, .xlsb or .xls.</summary>
    Excel,
}
