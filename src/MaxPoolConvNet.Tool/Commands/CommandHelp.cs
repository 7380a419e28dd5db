using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using MaxPoolConvNet.Tool.Terminal;

namespace MaxPoolConvNet.Tool.Commands;

/// <summary>A command's help: the usual switches (all with <c>--help all</c>), examples and exit codes.</summary>
internal sealed class CommandHelp(HelpAction help) : SynchronousCommandLineAction
{
    private const string All = "all";

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        Command command = parseResult.CommandResult.Command;
        TextWriter output = parseResult.InvocationConfiguration.Output;
        string[] usual = command is ToolCommand tool && !parseResult.Tokens.Any(token => token.Value == All) ? tool.UsualSwitches : [];
        int hidden = usual.Length > 0 ? HideOthers(command, usual) : 0;
        int code = help.Invoke(parseResult);
        if (hidden > 0) output.WriteLine(FormattableString.Invariant($"{hidden} more options: maxpool {command.Name} --help {All}\n"));
        WriteExamples(command, output);
        output.WriteLine(ExitCode.Description);
        return code;
    }

    private static int HideOthers(Command command, string[] usual)
    {
        Option[] others = [.. command.Options.Where(option => !option.Hidden && !usual.Contains(option.Name))];
        foreach (Option option in others)
            option.Hidden = true;
        return others.Length;
    }

    private static void WriteExamples(Command command, TextWriter output)
    {
        if (command is not ToolCommand { Examples: { Length: > 0 } examples }) return;
        output.WriteLine("Examples:");
        foreach (string example in examples)
            output.WriteLine($"  {example}");
        output.WriteLine();
    }
}
