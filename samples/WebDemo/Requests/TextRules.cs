using System.Globalization;
using Microsoft.Extensions.Options;

namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>Says what is wrong with texts that are sent.</summary>
internal sealed class TextRules(IOptions<LimitOptions> options)
{
    private readonly LimitOptions _limits = options.Value;

    /// <summary>What is wrong with a text; null if nothing is.</summary>
    public string? Objection(string? text)
    {
        if (text is null) return "\"text\" is missing; a text was expected.";
        if (string.IsNullOrWhiteSpace(text)) return "\"text\" has no characters but white space; a text was expected.";
        return text.Length <= _limits.TextCharacters ? null
            : $"\"text\" has {Number(text.Length)} characters; at most {Number(_limits.TextCharacters)} were expected. Send a part of it.";
    }

    /// <summary>What is wrong with a list of texts; null if nothing is.</summary>
    public string? Objection(IReadOnlyList<string?>? texts)
    {
        if (texts is null or []) return "\"texts\" is missing or empty; at least one text was expected.";
        if (texts.Count > _limits.Texts)
        {
            return $"\"texts\" has {Number(texts.Count)} texts; at most {Number(_limits.Texts)} were expected. "
                + "Send them in several requests, or as a file to /files.";
        }

        return texts.Select((text, at) => Objection(text)?.Replace("\"text\"", $"\"texts[{at}]\"", StringComparison.Ordinal))
            .FirstOrDefault(objection => objection is not null);
    }

    /// <summary>What is wrong with the texts of a file; null if nothing is.</summary>
    public string? ObjectionToFile(string name, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0) return $"{name} has no text; one per line, or a table with a column \"text\", was expected.";
        if (texts.Count > _limits.FileTexts)
            return $"{name} has more than {Number(_limits.FileTexts)} texts. Split the file.";
        return texts.FirstOrDefault(text => text.Length > _limits.TextCharacters) is { } longest
            ? $"{name}: a text has {Number(longest.Length)} characters; at most {Number(_limits.TextCharacters)} were expected. Shorten it."
            : null;
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
