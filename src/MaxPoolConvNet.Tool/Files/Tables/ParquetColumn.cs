using System.Text;
using Parquet;
using Parquet.Meta;
using Parquet.Schema;

namespace MaxPoolConvNet.Tool.Files;

/// <summary>Reads a column of a Parquet file, of values or lists of values, field by field. Other types have empty fields.</summary>
internal sealed class ParquetColumn
{
    /// <summary>The unit separator, which labels don't contain.</summary>
    public const string LabelSeparator = "\u001f";

    private readonly DataField? _field;
    private readonly bool _isList;
    private readonly bool _isNeeded;
    private readonly StringBuilder _list = new();
    private ParquetData? _data;
    private bool _isBlank;
    private int _entry;
    private int _value;

    private ParquetColumn(string name, ColumnUse use, DataField? field)
    {
        Name = name;
        _isNeeded = use is not ColumnUse.Unknown || field?.ClrType == typeof(ReadOnlyMemory<char>) || field?.ClrType == typeof(string);
        IsNamed = use is ColumnUse.Text or ColumnUse.Label;
        _isList = field is { MaxRepetitionLevel: 1 };
        IsLabelList = _isList && use is ColumnUse.Label or ColumnUse.PerhapsLabel;
        IsReadable = field is not null;
        _field = use == ColumnUse.Unused ? null : field;
    }

    public string Name { get; }

    /// <summary>Whether the column was requested.</summary>
    public bool IsNamed { get; }

    /// <summary>Whether its fields can be converted to text.</summary>
    public bool IsReadable { get; }

    /// <summary>Whether each field is a list of labels.</summary>
    public bool IsLabelList { get; }

    public static ParquetColumn Of(Field field, ColumnUse use) => new(field.Name, use, field switch
    {
        DataField { MaxRepetitionLevel: 0 } one when ParquetValues.CanRead(one.ClrType) => one,
        DataField { MaxRepetitionLevel: 1 } repeated when ParquetValues.CanList(repeated.ClrType) => repeated,
        ListField { Item: DataField { MaxRepetitionLevel: 1 } item } when ParquetValues.CanList(item.ClrType) => item,
        _ => null,
    });

    /// <summary>Reads the values of a row group.</summary>
    public void Read(ParquetRowGroupReader group, ParquetLayout layout)
    {
        if (_field is null || _isBlank) return;
        ColumnMetaData column = group.GetMetadata(_field)?.MetaData ?? throw new InvalidDataException($"no column {_field.Path}");
        layout.CheckPages(column);
        (_entry, _value) = (0, 0);
        try
        {
            _data = ParquetValues.Read(group, _field, column.NumValues);
        }
        catch (NotSupportedException) when (!_isNeeded && _data is null)
        {
            // numbers in an encoding that Parquet.Net doesn't know for them: no text, and hardly a label
            _isBlank = true;
        }
    }

    /// <summary>The next field; empty if it is null.</summary>
    public string Next()
    {
        if (_data is null) return "";
        if (!_isList) return NextValue() ?? "";
        _list.Clear();
        do
        {
            if (NextValue() is not { } value) continue;
            if (_list.Length > 0) _list.Append(IsLabelList ? LabelSeparator : " ");
            _list.Append(value);
        }
        while (_entry < _data!.RepetitionLevels.Length && _data.RepetitionLevels[_entry] > 0);
        return _list.ToString();
    }

    private string? NextValue()
    {
        bool isThere = _field!.MaxDefinitionLevel == 0 || _data!.DefinitionLevels[_entry] == _field.MaxDefinitionLevel;
        _entry++;
        return isThere ? _data!.TextOf(_value++) : null;
    }
}
