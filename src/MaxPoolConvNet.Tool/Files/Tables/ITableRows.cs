namespace MaxPoolConvNet.Tool.Files;

/// <summary>Reads the rows of an Excel or Parquet table in order.</summary>
internal interface ITableRows : IDisposable
{
    /// <summary>Its name in error messages: the file and, in a workbook, the sheet.</summary>
    string Name { get; }

    /// <summary>The name of the form, such as <c>Parquet</c>.</summary>
    string Kind { get; }

    /// <summary>Whether the first row names the columns; null to detect it.</summary>
    bool? HasHeader { get; }

    /// <summary>The separator of several labels in a row; null if a row has one.</summary>
    string? LabelSeparator { get; }

    /// <summary>The number of the first row in error messages.</summary>
    int FirstRow { get; }

    /// <summary>Reads the next row.</summary>
    /// <param name="fields">Receives the fields; none for a blank row.</param>
    /// <returns>False after the last row.</returns>
    bool Read(List<string> fields);
}
