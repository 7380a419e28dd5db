namespace MaxPoolConvNet.Tool.Files;

/// <summary>A kind of binary table file.</summary>
internal enum TableKind
{
    /// <summary>Another file, left to the library.</summary>
    None,

    /// <summary>Apache Parquet.</summary>
    Parquet,

    /// <summary>An Excel workbook: .xlsx, .xlsb or .xls.</summary>
    Excel,
}
