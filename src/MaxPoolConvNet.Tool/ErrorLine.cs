namespace MaxPoolConvNet.Tool;

/// <summary>An error as one line, in the words of the command line.</summary>
internal static class ErrorLine
{
    /// <summary>The library's names of its options, and the tool's switches for them.</summary>
    private static readonly (string Phrase, string Switch)[] _phrases =
    [
        ("set LabeledTextFileOptions.Encoding to ", "pass --encoding "),
        ("set LabeledTextFileOptions.HasHeader to say whether there is one", "if there is none, pass --no-header"),
        ("set TextFileOptions.HasHeader to say whether there is one", "if there is none, pass --no-header"),
        ("name them by LabeledTextFileOptions.LabelColumns and TextColumns", "name them with --label-column and --text-column"),
        ("name it by TextFileOptions.TextColumns", "name it with --text-field"),
        ("LabelColumns and TextColumns both name", "--label-column and --text-column both name"),
        ("named by LabelColumns", "named with --label-column"),
        ("named by TextColumns", "named with --text-column"),
        ("LabelSeparator is for", "--label-separator is for"),
        ("TextColumns, Separator and HasHeader are for", "--text-field, --separator and --no-header are for"),
    ];

    public static string Of(Exception problem)
    {
        string line = WithoutParameter(problem, problem.Message.Split('\n')[0].TrimEnd());
        foreach ((string phrase, string name) in _phrases)
            line = line.Replace(phrase, name, StringComparison.Ordinal);
        return line;
    }

    /// <summary>Argument exceptions append the parameter's name to their message.</summary>
    private static string WithoutParameter(Exception problem, string line)
    {
        int parameter = problem is ArgumentException ? line.LastIndexOf(" (Parameter '", StringComparison.Ordinal) : -1;
        return parameter < 0 ? line : line[..parameter];
    }
}
