using System.Globalization;

namespace MaxPoolConvNet.Tool.Files;

/// <summary>The columns to read, by name or by number from 1; null to detect them.</summary>
/// <param name="Labels">The columns of the labels.</param>
/// <param name="Texts">The columns of the text.</param>
/// <param name="IsLabeled">Whether labels are read at all.</param>
internal sealed record ParquetChoice(IReadOnlyList<string>? Labels, IReadOnlyList<string>? Texts, bool IsLabeled)
{
    private static readonly string[] _labelNames = ["label", "labels", "category", "categories", "class", "classes", "target", "tags"];

    public ColumnUse UseOf(string name, int number)
    {
        if (Names(Texts, name, number)) return ColumnUse.Text;
        if (Names(Labels, name, number)) return ColumnUse.Label;
        bool isComplete = Texts is not null && (Labels is not null || !IsLabeled);
        if (isComplete) return ColumnUse.Unused;
        return IsLabeled && Labels is null && _labelNames.Contains(name, StringComparer.OrdinalIgnoreCase)
            ? ColumnUse.PerhapsLabel
            : ColumnUse.Unknown;
    }

    private static bool Names(IReadOnlyList<string>? columns, string name, int number) => columns is not null
        && (columns.Contains(name, StringComparer.OrdinalIgnoreCase) || columns.Contains(number.ToString(CultureInfo.InvariantCulture)));
}
