using System.Data.Common;
using System.Runtime.CompilerServices;

namespace MaxPoolConvNet.Text;

/// <summary>Reads labelled texts from the rows of a database query, one text with its label or labels per row.</summary>
/// <remarks>
/// <para>
/// It takes what every ADO.NET provider's <c>ExecuteReader</c> returns, so that the query, the connection and their lifetime stay the
/// caller's. Rows are read while the result is enumerated and none is kept, so that memory doesn't grow with the query. The reader is left
/// open, behind the last row of its current result; a reader of <see cref="System.Data.CommandBehavior.SequentialAccess"/> will do.
/// </para>
/// <para>
/// Labels and texts are trimmed of the white space around them, as in files. A value that isn't a string, such as a number, is written in the
/// invariant culture: the label of 1 is <c>"1"</c> on every computer. The text may be empty.
/// </para>
/// <para>
/// What is wrong in a row is an <see cref="InvalidDataException"/> that begins with the row, counted from 1, and the column, such as
/// <c>row 17, column "category": the label is null</c>. What the database reports, such as a lost connection, is passed on.
/// </para>
/// <para>Thread safety: all members may be called from any number of threads; what they return, and the reader, belong to one.</para>
/// </remarks>
public static class LabeledTextRows
{
    /// <summary>Reads rows while the result is enumerated.</summary>
    /// <param name="reader">The rows; left open. Reading begins with the row after the current one.</param>
    /// <param name="options">Which columns to read; <see langword="null"/> for the defaults.</param>
    /// <returns>The labelled texts in the order of the rows, none if there are no rows. To be enumerated once, as the rows are.</returns>
    /// <exception cref="ArgumentException">An option isn't valid.</exception>
    /// <exception cref="InvalidDataException">The names don't determine the columns. While enumerating: a label is null,
    /// blank or of a type that isn't written as a string, or a text is null or of such a type.</exception>
    public static IEnumerable<LabeledText> Read(DbDataReader reader, LabeledTextRowsOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(reader);
        TableChoice choice = Checked(options);
        return Enumerate(reader, FindColumns(reader, choice), choice);
    }

    /// <summary>Reads rows while the result is enumerated, without blocking a thread where the database isn't ready.</summary>
    /// <param name="reader">The rows; left open. Reading begins with the row after the current one.</param>
    /// <param name="options">Which columns to read; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Ends the enumeration with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The labelled texts in the order of the rows, none if there are no rows. To be enumerated once, as the rows are.</returns>
    /// <exception cref="ArgumentException">An option isn't valid.</exception>
    /// <exception cref="InvalidDataException">The names don't determine the columns. While enumerating: a label is null,
    /// blank or of a type that isn't written as a string, or a text is null or of such a type.</exception>
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
        return TableColumns.Find(names, hasHeader: true, [], choice, message => new InvalidDataException(message));
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
