using System.Collections.Immutable;

namespace MaxPoolConvNet.Text;

/// <summary>Makes labels of the fields in a row's label columns.</summary>
/// <param name="separator">The separator of several labels in one field; null for one label.</param>
/// <remarks>Not thread-safe.</remarks>
internal sealed class LabelFields(string? separator)
{
    private readonly LabelPool _labels = new();

    /// <summary>The label or labels in a field.</summary>
    /// <returns>The default where the field is blank, but has to be one label.</returns>
    public ImmutableArray<string> Of(ReadOnlySpan<char> field)
    {
        if (separator is not null)
            return [.. field.ToString().Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().Select(label => _labels.Get(label))];
        ReadOnlySpan<char> label = field.Trim();
        return label.IsEmpty ? default : [_labels.Get(label)];
    }

    /// <summary>Whether a label that a column is named for applies; null where the field doesn't say so.</summary>
    public static bool? Applies(ReadOnlySpan<char> field)
    {
        ReadOnlySpan<char> mark = field.Trim();
        if (mark is "1" or "1.0" || mark.Equals("true", StringComparison.OrdinalIgnoreCase)) return true;
        return mark is "" or "0" or "0.0" || mark.Equals("false", StringComparison.OrdinalIgnoreCase) ? false : null;
    }
}
