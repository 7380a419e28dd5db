namespace MaxPoolConvNet.Tool;

/// <summary>What went wrong, in one line and in the words of the command line.</summary>
internal static class ErrorLine
{
    /// <summary>What the library's messages call its options, and the tool's switches for them.</summary>
    private static readonly (string Phrase, string Switch)[] _phrases =
    [
        ("set LabeledTextFileOptions.Encoding to ", "say --encoding "),
        ("set LabeledTextFileOptions.HasHeader to say whether there is one", "if there is none, say --no-header"),
        ("set TextFileOptions.HasHeader to say whether there is one", "if there is none, say --no-header"),
        ("name them by LabeledTextFileOptions.LabelColumns and TextColumns", "name them by --label-column and --text-column"),
        ("name it by TextFileOptions.TextColumns", "name it by --text-field"),
        ("LabelColumns and TextColumns both name", "--label-column and --text-column both name"),
        ("named by LabelColumns", "named by --label-column"),
        ("named by TextColumns", "named by --text-column"),
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

    /// <summary>Argument exceptions put the parameter's name behind their message.</summary>
    private static string WithoutParameter(Exception problem, string line)
    {
        int parameter = problem is ArgumentException ? line.LastIndexOf(" (Parameter '", StringComparison.Ordinal) : -1;
        return parameter < 0 ? line : line[..parameter];
    }
}
