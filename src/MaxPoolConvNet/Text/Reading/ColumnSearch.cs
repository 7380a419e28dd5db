using System.Globalization;

namespace MaxPoolConvNet.Text;

/// <summary>Finds columns of a table by name or number.</summary>
/// <param name="names">The names of all columns.</param>
/// <param name="hasHeader">Whether the table has a header.</param>
/// <param name="choice">The caller's options, for messages.</param>
/// <param name="error">Creates the exception for a message.</param>
/// <param name="place">What contains the names, for messages.</param>
internal sealed class ColumnSearch(
    string[] names, bool hasHeader, TableChoice choice, Func<string, InvalidDataException> error, string place)
{
    private const int MostShown = 20;

    private string Shown => $"the {place} \"{string.Join("\", \"", names.Take(MostShown))}\"{(names.Length > MostShown ? ", …" : "")}";

    /// <summary>The columns that the caller names, in that order.</summary>
    public int[] Named(IReadOnlyList<string> columns, string option) => [.. columns.Select(column => Named(column, option))];

    /// <summary>The column with a usual name; empty if there is none.</summary>
    public int[] Usual(IReadOnlyList<string> usual, int[] taken, string option)
    {
        if (!hasHeader) return [];
        int[] found =
        [
            .. Enumerable.Range(0, names.Length)
                .Where(at => !taken.Contains(at) && usual.Contains(names[at], StringComparer.OrdinalIgnoreCase)),
        ];
        return found.Length < 2 ? found : throw Two(found, option);
    }

    public InvalidDataException CannotTell(string what)
    {
        if (hasHeader) return error($"can't find the {what} column in {Shown}; {choice.Hint}");
        return error(string.Create(
            CultureInfo.InvariantCulture,
            $"can't find the {what} column among {names.Length} fields without a header; "
            + $"set {choice.Options}.HasHeader to say whether there is one, and {choice.Hint}, by name or by number from 1"));
    }

    public InvalidDataException NamedForBoth(int column) =>
        error($"the column \"{names[column]}\" is named for both the label and the text; {choice.Hint}");

    private int Named(string column, string option)
    {
        int[] found = hasHeader
            ? [.. Enumerable.Range(0, names.Length).Where(at => column.Equals(names[at], StringComparison.OrdinalIgnoreCase))]
            : [];
        if (found.Length == 1) return found[0];
        if (found.Length > 1) throw Two(found, option);
        bool isNumber = int.TryParse(column, NumberStyles.None, CultureInfo.InvariantCulture, out int number);
        if (isNumber && number >= 1 && number <= names.Length) return number - 1;
        throw hasHeader
            ? error($"no column \"{column}\" in {Shown}, named in {option}")
            : error(string.Create(
                CultureInfo.InvariantCulture,
                $"no column \"{column}\", named in {option}; without a header, columns are named by number, from 1 to {names.Length}"));
    }

    private InvalidDataException Two(int[] found, string option) =>
        error($"two columns for {option}, \"{names[found[0]]}\" and \"{names[found[1]]}\", in {Shown}; {choice.Hint}");
}
