namespace MaxPoolConvNet.Text;

/// <summary>The format of a file of texts without labels.</summary>
public enum TextFileFormat
{
    /// <summary>Detects the format from the content and the file name.</summary>
    /// <remarks>The format is <see cref="Json"/> if the content begins with a JSON object or an array of objects, or if the name ends with
    /// <c>.jsonl</c> or <c>.ndjson</c>; <see cref="Csv"/> if the name ends with <c>.csv</c>, if an option describes a table, or if all rows
    /// have the same number of fields and the first row contains a usual column name; otherwise <see cref="Lines"/>. A <c>.gz</c> after the
    /// extension is ignored.</remarks>
    Detect,

    /// <summary>One text per line; an empty line is an empty text.</summary>
    Lines,

    /// <summary>JSON objects, one per line or all in one array.</summary>
    Json,

    /// <summary>A table with fields separated by tabs, commas, semicolons, bars or another character.</summary>
    Csv,
}
