namespace MaxPoolConvNet.Tool;

/// <summary>An error as one line, in the words of the command line.</summary>
internal static class ErrorLine
{
    /// <summary>The library's names of its options, and the tool's switches for them.</summary>
    private static readonly (string Phrase, string Switch)[] _phrases =
    [
        ("set LabeledTextFileOptions.Encoding to ", "pass --encoding "),
        ("set LabeledTextFileOptions.Format to SpaceSeparated", "pass --format space"),
        ("set LabeledTextFileOptions.Format to the format of the file", "pass --format with the format of the file"),
        ("set LabeledTextFileOptions.HasHeader to say whether there is one", "if there is none, pass --no-header"),
        ("set TextFileOptions.HasHeader to say whether there is one", "if there is none, pass --no-header"),
        ("name them with LabeledTextFileOptions.LabelColumns and TextColumns", "name them with --label-column and --text-column"),
        ("name it with TextFileOptions.TextColumns", "name it with --text-field"),
        ("LabelColumns and TextColumns both name", "--label-column and --text-column both name"),
        ("named in LabelColumns", "named with --label-column"),
        ("named in TextColumns", "named with --text-column"),
        ("LabelSeparator is for", "--label-separator is for"),
        ("set OnnxOptions.Factored, which", "pass --factored, which"),
        ("OnnxOptions.Factored is for", "--factored is for"),
        ("TextColumns, Separator and HasHeader are for", "--text-field, --separator and --no-header are for"),
    ];

    public static string Of(Exception problem)
    {
        string line = WithoutParameter(problem, WithoutValue(problem, problem.Message).ReplaceLineEndings(" ").TrimEnd());
        foreach ((string phrase, string name) in _phrases)
            line = line.Replace(phrase, name, StringComparison.Ordinal);
        return line;
    }

    /// <summary>Exceptions about a range append a line with the value, which their message has already.</summary>
    private static string WithoutValue(Exception problem, string message)
    {
        int value = problem is ArgumentOutOfRangeException { ActualValue: not null } ? message.LastIndexOf('\n') : -1;
        return value < 0 ? message : message[..value];
    }

    /// <summary>Argument exceptions append the parameter's name to their message.</summary>
    private static string WithoutParameter(Exception problem, string line)
    {
        int parameter = problem is ArgumentException ? line.LastIndexOf(" (Parameter '", StringComparison.Ordinal) : -1;
        return parameter < 0 ? line : line[..parameter];
    }
}
