namespace MaxPoolConvNet.Tool.Files;

/// <summary>The rows of a table that isn't text, from first to last.</summary>
internal interface ITableRows : IDisposable
{
    /// <summary>What errors call it: the file and, in a workbook, the sheet.</summary>
    string Name { get; }

    /// <summary>What the form of the file begins with, such as <c>Parquet</c>.</summary>
    string Kind { get; }

    /// <summary>Whether the first row names the columns; null to find out.</summary>
    bool? HasHeader { get; }

    /// <summary>What is written between several labels of a row; null where a row has one.</summary>
    string? LabelSeparator { get; }

    /// <summary>The number that a person gives the first row.</summary>
    int FirstRow { get; }

    /// <summary>Reads the next row.</summary>
    /// <param name="fields">Takes its fields; none for a blank row.</param>
    /// <returns>False behind the last row.</returns>
    bool Read(List<string> fields);
}
