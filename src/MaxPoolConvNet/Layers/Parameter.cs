using MathNet.Numerics.LinearAlgebra;

namespace MaxPoolConvNet.Networks;

/// <summary>A named matrix of a model's parameters whose entries can be read and set one by one.</summary>
/// <remarks>
/// <see cref="GradientChecker"/> reads and sets them. Reading is as thread-safe as the model; setting requires exclusive access to the
/// model.
/// </remarks>
public sealed class Parameter
{
    private readonly Func<int, int, double> _get;
    private readonly Action<int, int, double> _set;
    private readonly LiveRow? _liveRow;
    private readonly Func<TextInput, IEnumerable<int>>? _rowsInUse;

    /// <summary>Creates a view of parameters that the model stores in any form.</summary>
    /// <param name="name">The name, such as "U"; unique in its model.</param>
    /// <param name="rowCount">At least 1.</param>
    /// <param name="columnCount">At least 1.</param>
    /// <param name="get">Returns the entry at a row and a column.</param>
    /// <param name="set">Sets the entry at a row and a column; the model's next <c>Forward</c> uses it.</param>
    /// <param name="rowsInUse">
    /// The rows that a text can use; all other rows have the gradient 0 for it. <see langword="null"/> for all rows. (A one-hot U has a row
    /// for every word of the vocabulary, of which a text uses few.)
    /// </param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no row or no column.</exception>
    public Parameter(
        string name,
        int rowCount,
        int columnCount,
        Func<int, int, double> get,
        Action<int, int, double> set,
        Func<TextInput, IEnumerable<int>>? rowsInUse = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentOutOfRangeException.ThrowIfLessThan(rowCount, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(columnCount, 1);
        ArgumentNullException.ThrowIfNull(get);
        ArgumentNullException.ThrowIfNull(set);
        Name = name;
        RowCount = rowCount;
        ColumnCount = columnCount;
        _get = get;
        _set = set;
        _rowsInUse = rowsInUse;
    }

    /// <summary>Creates a view of a matrix that the model computes with.</summary>
    /// <param name="name">The name, such as "U"; unique in its model.</param>
    /// <param name="entries">The model's own matrix: setting an entry of the view sets it there.</param>
    /// <param name="rowsInUse">
    /// The rows that a text can use; all other rows have the gradient 0 for it. <see langword="null"/> for all rows.
    /// </param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="entries"/> is null.</exception>
    public Parameter(string name, Matrix<double> entries, Func<TextInput, IEnumerable<int>>? rowsInUse = null)
        : this(
            name,
            RowsOf(entries),
            entries.ColumnCount,
            (row, column) => entries[row, column],
            (row, column, value) => entries[row, column] = value,
            rowsInUse)
    {
    }

    /// <summary>A view of parameters whose rows are contiguous in memory.</summary>
    internal Parameter(string name, int rowCount, int columnCount, LiveRow liveRow, Func<TextInput, IEnumerable<int>>? rowsInUse = null)
        : this(
            name,
            rowCount,
            columnCount,
            (row, column) => liveRow(row)[column],
            (row, column, value) => liveRow(row)[column] = value,
            rowsInUse) =>
        _liveRow = liveRow;

    /// <summary>The model's own entries of a row.</summary>
    internal delegate Span<double> LiveRow(int row);

    /// <summary>The name, such as "U".</summary>
    public string Name { get; }

    /// <summary>The number of rows.</summary>
    public int RowCount { get; }

    /// <summary>The number of columns.</summary>
    public int ColumnCount { get; }

    /// <summary>An entry of the model's own parameters.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <param name="column">The column, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row or column.</exception>
    /// <exception cref="ArgumentException">The value to set is NaN or infinite; the message names the entry.</exception>
    public double this[int row, int column]
    {
        get
        {
            CheckPlace(row, column);
            return _get(row, column);
        }

        set
        {
            CheckPlace(row, column);
            Finite.Check(value, Name, row, column);
            _set(row, column, value);
        }
    }

    /// <summary>Copies all entries.</summary>
    /// <returns>A dense matrix, independent of the model.</returns>
    public Matrix<double> ToMatrix() => Matrix<double>.Build.Dense(RowCount, ColumnCount, _get);

    /// <summary>Returns the rows that a text can use, in ascending order; all other rows have the gradient 0 for it.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The row numbers.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public IEnumerable<int> RowsInUse(TextInput text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return _rowsInUse?.Invoke(text) ?? Enumerable.Range(0, RowCount);
    }

    /// <summary>Copies the entries of a row, which is faster than one by one.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <param name="destination">Receives the entries; at least <see cref="ColumnCount"/> long.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short.</exception>
    public void CopyRow(int row, Span<double> destination)
    {
        CheckPlace(row, 0);
        if (destination.Length < ColumnCount)
            throw new ArgumentException($"{this} has {ColumnCount} columns; the destination has {destination.Length}", nameof(destination));
        if (_liveRow is not null)
        {
            _liveRow(row)[..ColumnCount].CopyTo(destination);
        }
        else
        {
            for (int column = 0; column < ColumnCount; column++)
                destination[column] = _get(row, column);
        }
    }

    /// <summary>Sets a row's entries; they must be finite.</summary>
    internal void SetRow(int row, ReadOnlySpan<double> source)
    {
        if (_liveRow is not null)
        {
            source.CopyTo(_liveRow(row)[..ColumnCount]);
        }
        else
        {
            for (int column = 0; column < ColumnCount; column++)
                _set(row, column, source[column]);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Name} ({RowCount} × {ColumnCount})";

    private static int RowsOf(Matrix<double> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return entries.RowCount;
    }

    private void CheckPlace(int row, int column)
    {
        if ((uint)row >= (uint)RowCount) throw new ArgumentOutOfRangeException(nameof(row), row, $"{this} has no row {row}");
        if ((uint)column >= (uint)ColumnCount)
            throw new ArgumentOutOfRangeException(nameof(column), column, $"{this} has no column {column}");
    }
}
