using System.Collections;
using System.Data.Common;

namespace MaxPoolConvNet.Tests.Text;

/// <summary>
/// Rows as <see cref="System.Data.CommandBehavior.SequentialAccess"/> gives them: a column can't be read after one to the right of it.
/// </summary>
internal sealed class ForwardOnlyRows(string[] columns, params object[][] rows) : DbDataReader
{
    private int _nextColumn;

    /// <summary>Whether reading a row that isn't waited for is an error.</summary>
    public bool IsAsyncOnly { get; init; }

    public int RowsRead { get; private set; }

    public override int FieldCount => columns.Length;

    public override bool IsClosed => false;

    public override int Depth => 0;

    public override bool HasRows => rows.Length > 0;

    public override int RecordsAffected => -1;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(GetOrdinal(name));

    public override bool Read() => IsAsyncOnly ? throw new InvalidOperationException("a synchronous read") : Next();

    public override async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        return Next();
    }

    public override string GetName(int ordinal) => columns[ordinal];

    public override int GetOrdinal(string name) => Array.IndexOf(columns, name);

    public override object GetValue(int ordinal)
    {
        if (ordinal < _nextColumn) throw new InvalidOperationException($"column {ordinal} after column {_nextColumn - 1}");
        _nextColumn = ordinal + 1;
        return rows[RowsRead - 1][ordinal];
    }

    public override bool IsDBNull(int ordinal) => GetValue(ordinal) is DBNull;

    public override int GetValues(object[] values) => throw new NotSupportedException();

    public override Type GetFieldType(int ordinal) => typeof(object);

    public override string GetDataTypeName(int ordinal) => nameof(Object);

    public override bool NextResult() => false;

    public override IEnumerator GetEnumerator() => throw new NotSupportedException();

    public override bool GetBoolean(int ordinal) => (bool)GetValue(ordinal);

    public override byte GetByte(int ordinal) => (byte)GetValue(ordinal);

    public override char GetChar(int ordinal) => (char)GetValue(ordinal);

    public override DateTime GetDateTime(int ordinal) => (DateTime)GetValue(ordinal);

    public override decimal GetDecimal(int ordinal) => (decimal)GetValue(ordinal);

    public override double GetDouble(int ordinal) => (double)GetValue(ordinal);

    public override float GetFloat(int ordinal) => (float)GetValue(ordinal);

    public override Guid GetGuid(int ordinal) => (Guid)GetValue(ordinal);

    public override short GetInt16(int ordinal) => (short)GetValue(ordinal);

    public override int GetInt32(int ordinal) => (int)GetValue(ordinal);

    public override long GetInt64(int ordinal) => (long)GetValue(ordinal);

    public override string GetString(int ordinal) => (string)GetValue(ordinal);

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) =>
        throw new NotSupportedException();

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) =>
        throw new NotSupportedException();

    private bool Next()
    {
        if (RowsRead == rows.Length) return false;
        RowsRead++;
        _nextColumn = 0;
        return true;
    }
}
