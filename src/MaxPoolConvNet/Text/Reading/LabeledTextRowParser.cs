using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;

namespace MaxPoolConvNet.Text;

/// <summary>Parses the current row of a query, and counts the rows for messages.</summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class LabeledTextRowParser(DbDataReader reader, TableColumns columns, string? labelSeparator)
{
    private readonly LabelFields _labels = new(labelSeparator);
    private readonly string?[] _values = new string?[columns.Names.Length];

    // from left to right, since a sequential reader can't return to earlier columns
    private readonly int[] _read = [.. columns.Labels.Concat(columns.Texts).Order()];
    private long _row;

    /// <summary>Parses the current row.</summary>
    /// <exception cref="InvalidDataException">A label or text is null, blank or not valid.</exception>
    public LabeledText Parse()
    {
        _row++;
        foreach (int column in _read)
            _values[column] = ValueOf(column);
        ImmutableArray<string> labels = columns.Labels.Length > 1 ? Marked() : Labels(columns.Labels[0]);
        return new LabeledText(labels, Text());
    }

    private ImmutableArray<string> Labels(int column)
    {
        if (_values[column] is null && labelSeparator is null) throw Error(column, "the label is null");
        ImmutableArray<string> labels = _labels.Of(_values[column]);
        return labels.IsDefault ? throw Error(column, "the label is blank, expected at least one character") : labels;
    }

    private ImmutableArray<string> Marked() =>
    [
        .. columns.Labels
            .Where(column => LabelFields.Applies(_values[column])
                ?? throw Error(column, $"\"{_values[column]}\" in the column of a label, expected 0 or 1"))
            .Select(column => columns.Names[column]),
    ];

    private string Text()
    {
        if (columns.Texts.All(column => _values[column] is null)) throw Error(columns.Texts[0], "the text is null");
        return columns.Texts is [int only]
            ? _values[only]!.Trim()
            : string.Join(' ', columns.Texts.Select(column => _values[column]?.Trim()).Where(part => !string.IsNullOrEmpty(part)));
    }

    private string? ValueOf(int column) => reader.GetValue(column) switch
    {
        string value => value,
        null or DBNull => null,
        object value and (IFormattable or IConvertible) => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        object value => throw Error(
            column,
            $"the {(columns.Labels.Contains(column) ? "label" : "text")} is of type {value.GetType()}, "
            + "expected a string or a value that can be formatted as one"),
    };

    private InvalidDataException Error(int column, string message) =>
        new(string.Create(CultureInfo.InvariantCulture, $"row {_row}, column \"{reader.GetName(column)}\": {message}"));
}
