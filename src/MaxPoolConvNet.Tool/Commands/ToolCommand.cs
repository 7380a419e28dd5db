using System.CommandLine;
using System.Text.Json.Nodes;
using MaxPoolConvNet.Tool.Files;
using MaxPoolConvNet.Tool.Switches;
using MaxPoolConvNet.Tool.Terminal;

namespace MaxPoolConvNet.Tool.Commands;

/// <summary>One of the tool's commands.</summary>
internal abstract class ToolCommand : Command
{
    protected ToolCommand(string name, string description, ToolConsole console)
        : base(name, description)
    {
        Terminal = console;
        SetAction(arguments =>
        {
            CommandFiles.Check([.. Options.Concat<Symbol>(Arguments).OfType<IFileSymbol>().Select(file => file.FileOf(arguments)).OfType<NamedFile>()]);
            return Run(arguments);
        });
    }

    /// <summary>Command lines that its help shows.</summary>
    public abstract string[] Examples { get; }

    /// <summary>The switches that its help shows first; none for all.</summary>
    public virtual string[] UsualSwitches => [];

    /// <summary>What it reads from and writes to.</summary>
    protected ToolConsole Terminal { get; }

    /// <returns>One of the <see cref="ExitCode"/>s.</returns>
    protected abstract int Run(ParseResult arguments);

    /// <summary>Writes the result for other programs, or for people.</summary>
    protected void PrintResult(bool asJson, Func<JsonObject> toJson, Action print)
    {
        if (asJson) JsonResult.Write(Terminal, toJson());
        else print();
    }
}
