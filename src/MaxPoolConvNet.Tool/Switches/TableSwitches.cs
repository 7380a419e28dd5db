using System.CommandLine;

namespace MaxPoolConvNet.Tool.Switches;

/// <summary>The switches that say what a table is like; what isn't said is found in it.</summary>
internal sealed class TableSwitches
{
    private readonly Option<string?> _separator = new("--separator")
    {
        Description = "separator of a table's fields: a character, or tab, comma, semicolon, bar [default: detected]",
        HelpName = "CHAR",
    };

    private readonly Option<bool> _noHeader = new("--no-header")
    {
        Description = "the first row of a table isn't a header [default: detected]",
    };

    private readonly Option<string?> _sheet = new("--sheet")
    {
        Description = "the sheet of a workbook of Excel; by default the first one with data",
        HelpName = "NAME",
    };

    public void AddTo(Command command)
    {
        command.Add(_separator);
        command.Add(_noHeader);
        command.Add(_sheet);
    }

    /// <exception cref="ArgumentException">It is no character.</exception>
    public char? Separator(ParseResult arguments) => arguments.GetValue(_separator) switch
    {
        null => null,
        "tab" or "\\t" => '\t',
        "comma" => ',',
        "semicolon" => ';',
        "bar" or "pipe" => '|',
        { Length: 1 } one => one[0],
        string other => throw new ArgumentException($"--separator is '{other}'; one character, or tab, comma, semicolon or bar was expected"),
    };

    public bool? HasHeader(ParseResult arguments) => arguments.GetValue(_noHeader) ? false : null;

    public string? Sheet(ParseResult arguments) => arguments.GetValue(_sheet);

    /// <summary>The columns of a list with commas; null for none.</summary>
    public static IReadOnlyList<string>? Columns(string? list) =>
        list is null ? null : list.Contains(',', StringComparison.Ordinal) ? list.Split(',', StringSplitOptions.TrimEntries) : [list];
}
