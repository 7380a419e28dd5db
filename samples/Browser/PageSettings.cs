using System.Text.Json;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Samples.Browser;

/// <summary>What the page sets for a training.</summary>
internal sealed class PageSettings
{
    /// <summary>How to read the file; what is left empty in the page is detected.</summary>
    public required LabeledTextFileOptions File { get; init; }

    /// <summary>How to train.</summary>
    public required TrainingOptions Training { get; init; }

    /// <summary>Whether a fifth of the texts is held out for the figures.</summary>
    public bool HoldsOut { get; init; }

    /// <summary>Reads the settings.</summary>
    public static PageSettings Of(string text)
    {
        using JsonDocument document = JsonDocument.Parse(text);
        JsonElement json = document.RootElement;
        return new PageSettings
        {
            File = new LabeledTextFileOptions
            {
                LabelColumns = Columns(json, "labelColumns"),
                TextColumns = Columns(json, "textColumns"),
                Format = Enum.Parse<LabeledTextFormat>(Given(json, "format")!),
                Encoding = Given(json, "encoding"),
                LabelSeparator = Given(json, "labelSeparator"),
            },
            Training = new TrainingOptions { Networks = json.GetProperty("networks").GetInt32() },
            HoldsOut = json.GetProperty("holdsOut").GetBoolean(),
        };
    }

    private static string? Given(JsonElement json, string name) =>
        json.GetProperty(name).GetString() is { Length: > 0 } value ? value : null;

    private static string[]? Columns(JsonElement json, string name)
    {
        string[] names = (Given(json, name) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return names.Length > 0 ? names : null;
    }
}
