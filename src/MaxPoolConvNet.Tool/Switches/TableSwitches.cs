using System.CommandLine;

namespace MaxPoolConvNet.Tool.Switches;

/// <summary>The switches for the form of a table; what isn't given is detected.</summary>
internal sealed class TableSwitches
{
    private readonly Option<string?> _separator = new("--separator")
    {
        Description = "separator of the fields: a character, or tab, comma, semicolon or bar [default: detected]",
        HelpName = "CHAR",
    };

    private readonly Option<bool> _noHeader = new("--no-header")
    {
        Description = "the table has no header row [default: detected]",
    };

    private readonly Option<string?> _sheet = new("--sheet")
    {
        Description = "sheet of an Excel workbook [default: the first with data]",
        HelpName = "NAME",
    };

    public void AddTo(Command command)
    {
        command.Add(_separator);
        command.Add(_noHeader);
        command.Add(_sheet);
    }

    /// <exception cref="ArgumentException">The separator isn't one character or a known name.</exception>
    public char? Separator(ParseResult arguments) => arguments.GetValue(_separator) switch
    {
        null => null,
        "tab" or "\\t" => '\t',
        "comma" => ',',
        "semicolon" => ';',
        "bar" or "pipe" => '|',
        { Length: 1 } one => one[0],
        string other => throw new ArgumentException(
            $"--separator is '{other}'; one character, or tab, comma, semicolon or bar was expected"),
    };

    public bool? HasHeader(ParseResult arguments) => arguments.GetValue(_noHeader) ? false : null;

    public string? Sheet(ParseResult arguments) => arguments.GetValue(_sheet);

    /// <summary>Splits a comma-separated list of columns; null for null.</summary>
    public static IReadOnlyList<string>? Columns(string? list) =>
        list is null ? null : list.Contains(',', StringComparison.Ordinal) ? list.Split(',', StringSplitOptions.TrimEntries) : [list];
}
