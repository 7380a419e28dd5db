namespace MaxPoolConvNet.Tool.Files;

/// <summary>How texts without labels are written.</summary>
internal enum InputForm
{
    /// <summary>
    /// By the file's name: .csv, .jsonl or .ndjson, each with .gz too; else JSON lines where the first line is a JSON object, or a text a
    /// line.
    /// </summary>
    Detect,

    /// <summary>A text a line; an empty line is an empty text.</summary>
    Lines,

    /// <summary>A JSON object a line; blank lines are none.</summary>
    JsonLines,

    /// <summary>CSV with a header.</summary>
    Csv,
}
