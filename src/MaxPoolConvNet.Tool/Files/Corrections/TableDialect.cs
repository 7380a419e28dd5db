namespace MaxPoolConvNet.Tool.Files;

/// <summary>How a table separates and quotes its fields.</summary>
/// <param name="Separator">The character between fields.</param>
/// <param name="HasQuotes">Whether fields may be quoted; otherwise quotes are ordinary characters.</param>
/// <param name="MostFields">The most fields of a row; separators in the last one are part of it.</param>
internal sealed record TableDialect(char Separator, bool HasQuotes, int MostFields) : ILabelDialect
{
    public string Write(IReadOnlyList<string> labels, ReadOnlySpan<char> old)
    {
        string label = labels[0];
        bool isParted = label.AsSpan().ContainsAny(Separator, '\r', '\n');
        bool wasQuoted = HasQuotes && old.StartsWith('"');
        if (wasQuoted || (HasQuotes && Separator != '\t'))
        {
            bool isQuoted = wasQuoted || isParted || label.Contains('"', StringComparison.Ordinal);
            return isQuoted ? $"\"{label.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : label;
        }

        // quotes may be ordinary characters here: none may be needed
        return !isParted && !label.StartsWith('"') ? label : throw new InvalidDataException(
            $"the label '{label.ReplaceLineEndings(" ")}' begins with a quote, or has a line break or the character that separates the "
            + "fields; the data has no quotes around labels, so a label without them was expected");
    }
}
