using System.Data.Common;
using System.Globalization;

namespace MaxPoolConvNet.Text;

/// <summary>Parses the current row of a query, and counts the rows for its messages.</summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class LabeledTextRowParser(DbDataReader reader, LabeledTextColumns columns)
{
    private readonly LabelPool _labels = new();
    private long _row;

    /// <exception cref="InvalidDataException">There is no label or no text.</exception>
    public LabeledText Parse()
    {
        _row++;

        // from left to right, since a reader may forget the values that it has passed
        string? early = columns.Text < columns.Label ? Read(columns.Text, "text") : null;
        ReadOnlySpan<char> label = Read(columns.Label, "label").AsSpan().Trim();
        if (label.IsEmpty) throw Error(columns.Label, "the label is blank, expected at least one character");
        string text = early ?? Read(columns.Text, "text");
        return new LabeledText(_labels.Get(label), text.Trim());
    }

    private string Read(int column, string what) => reader.GetValue(column) switch
    {
        string value => value,
        null or DBNull => throw Error(column, $"the {what} is null"),
        object value and (IFormattable or IConvertible) => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        object value => throw Error(column, $"the {what} is of type {value.GetType()}, expected a string or a value that is written as one"),
    };

    private InvalidDataException Error(int column, string message) =>
        new(string.Create(CultureInfo.InvariantCulture, $"row {_row}, column \"{reader.GetName(column)}\": {message}"));
}
