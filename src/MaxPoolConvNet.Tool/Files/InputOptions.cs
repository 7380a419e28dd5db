using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tool.Files;

/// <summary>How texts without labels are read.</summary>
internal sealed record InputOptions
{
    public InputForm Form { get; init; } = InputForm.Detect;

    /// <summary>The JSON property or CSV column of the text; null for "text", and for a column of another usual name.</summary>
    public string? Field { get; init; }

    public LabeledTextEncoding Encoding { get; init; } = LabeledTextEncoding.Utf8;

    /// <summary>The form of a file of this name; <see cref="InputForm.Detect"/> where its content has to tell.</summary>
    public InputForm FormOf(string name)
    {
        if (Form != InputForm.Detect) return Form;
        string plain = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
        return Path.GetExtension(plain).ToUpperInvariant() switch
        {
            ".CSV" => InputForm.Csv,
            ".JSONL" or ".NDJSON" => InputForm.JsonLines,
            _ => InputForm.Detect,
        };
    }
}
