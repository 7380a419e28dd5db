namespace MaxPoolConvNet.Text;

/// <summary>How a file writes texts without labels.</summary>
public enum TextFileFormat
{
    /// <summary>
    /// <see cref="Json"/> where the content begins as a JSON object or an array of them; <see cref="Csv"/> where the name ends with
    /// <c>.csv</c> or <c>.csv.gz</c>, the rows have as many fields and one is named as a text's usually is, or options name columns; else
    /// <see cref="Lines"/>.
    /// </summary>
    Detect,

    /// <summary>A text a line; an empty line is an empty text.</summary>
    Lines,

    /// <summary>JSON objects, one a line or all in an array.</summary>
    Json,

    /// <summary>A table with tabs, commas, semicolons or bars between its fields.</summary>
    Csv,
}
