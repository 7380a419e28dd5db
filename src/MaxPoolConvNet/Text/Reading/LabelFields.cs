using System.Collections.Immutable;

namespace MaxPoolConvNet.Text;

/// <summary>Parses the fields of label columns.</summary>
/// <param name="separator">The separator of several labels in one field; null if a field is one label.</param>
/// <remarks>Not thread-safe.</remarks>
internal sealed class LabelFields(string? separator)
{
    private readonly LabelPool _labels = new();

    /// <summary>The label or labels of a field.</summary>
    /// <returns>The default array if the field is blank although it must be one label.</returns>
    public ImmutableArray<string> Of(ReadOnlySpan<char> field)
    {
        if (separator is not null) return Several(field.ToString());
        ReadOnlySpan<char> label = field.Trim();
        return label.IsEmpty ? default : _labels.GetOne(label);
    }

    private ImmutableArray<string> Several(string field)
    {
        string[] several = field.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return [.. several.Distinct().Select(label => _labels.Get(label))];
    }

    /// <summary>Whether the label that a column is named after applies; null if the field is neither 0 nor 1.</summary>
    public static bool? Applies(ReadOnlySpan<char> field)
    {
        ReadOnlySpan<char> mark = field.Trim();
        if (mark is "1" or "1.0" || mark.Equals("true", StringComparison.OrdinalIgnoreCase)) return true;
        return mark is "" or "0" or "0.0" || mark.Equals("false", StringComparison.OrdinalIgnoreCase) ? false : null;
    }
}
