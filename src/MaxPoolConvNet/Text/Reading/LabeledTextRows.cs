using System.Data.Common;
using System.Runtime.CompilerServices;

namespace MaxPoolConvNet.Text;

/// <summary>Reads labeled texts from the rows of a database query, one text with its label or labels per row.</summary>
/// <remarks>
/// <para>
/// The methods take the reader that <c>ExecuteReader</c> of any ADO.NET provider returns; the caller owns the query and the connection.
/// Rows are read while the result is enumerated and aren't kept, so memory use doesn't grow with the query. The reader is left open, after
/// the last row of its current result. A reader with <see cref="System.Data.CommandBehavior.SequentialAccess"/> is supported.
/// </para>
/// <para>
/// White space around labels and texts is trimmed, as in files. A value that isn't a string, such as a number, is formatted in the
/// invariant culture: the label 1 is <c>"1"</c> on every computer. The text may be empty.
/// </para>
/// <para>
/// An error in a row is an <see cref="InvalidDataException"/> whose message begins with the row, counted from 1, and the column, such as
/// <c>row 17, column "category": the label is null</c>. Exceptions of the database, such as those of a lost connection, pass through.
/// </para>
/// <para>Thread safety: any number of threads may call the members. A result and its reader may be used by one thread at a time.</para>
/// </remarks>
public static class LabeledTextRows
{
    /// <summary>Reads rows lazily, while the result is enumerated.</summary>
    /// <param name="reader">The rows; left open. Reading begins with the row after the current one.</param>
    /// <param name="options">Which columns to read; <see langword="null"/> for the defaults.</param>
    /// <returns>The labeled texts in the order of the rows; empty if there are no rows. Enumerate it once only: this consumes the
    /// rows.</returns>
    /// <exception cref="ArgumentException">An option isn't valid.</exception>
    /// <exception cref="InvalidDataException">The column names don't determine the label and the text. During enumeration: a label is null,
    /// blank or of a type that can't be formatted as a string, or a text is null or of such a type.</exception>
    public static IEnumerable<LabeledText> Read(DbDataReader reader, LabeledTextRowsOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(reader);
        TableChoice choice = Checked(options);
        return Enumerate(reader, FindColumns(reader, choice), choice);
    }

    /// <summary>Reads rows lazily and asynchronously, while the result is enumerated.</summary>
    /// <param name="reader">The rows; left open. Reading begins with the row after the current one.</param>
    /// <param name="options">Which columns to read; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Ends the enumeration with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The labeled texts in the order of the rows; empty if there are no rows. Enumerate it once only: this consumes the
    /// rows.</returns>
    /// <exception cref="ArgumentException">An option isn't valid.</exception>
    /// <exception cref="InvalidDataException">The column names don't determine the label and the text. During enumeration: a label is null,
    /// blank or of a type that can't be formatted as a string, or a text is null or of such a type.</exception>
    public static IAsyncEnumerable<LabeledText> ReadAsync(
        DbDataReader reader, LabeledTextRowsOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        TableChoice choice = Checked(options);
        return EnumerateAsync(reader, FindColumns(reader, choice), choice, cancellationToken);
    }

    private static TableChoice Checked(LabeledTextRowsOptions? options)
    {
        TableChoice choice = (options ?? new LabeledTextRowsOptions()).Choice;
        choice.Check();
        return choice;
    }

    private static TableColumns FindColumns(DbDataReader reader, TableChoice choice)
    {
        string[] names = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
        return TableColumns.Find(names, hasHeader: true, [], choice, message => new InvalidDataException(message), "columns");
    }

    private static IEnumerable<LabeledText> Enumerate(DbDataReader reader, TableColumns columns, TableChoice choice)
    {
        var parser = new LabeledTextRowParser(reader, columns, choice.LabelSeparator);
        while (reader.Read())
            yield return parser.Parse();
    }

    private static async IAsyncEnumerable<LabeledText> EnumerateAsync(
        DbDataReader reader, TableColumns columns, TableChoice choice, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var parser = new LabeledTextRowParser(reader, columns, choice.LabelSeparator);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            yield return parser.Parse();
    }
}
