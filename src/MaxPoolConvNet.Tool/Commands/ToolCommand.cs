using System.CommandLine;
using System.Text.Json.Nodes;
using MaxPoolConvNet.Tool.Files;
using MaxPoolConvNet.Tool.Progress;
using MaxPoolConvNet.Tool.Switches;
using MaxPoolConvNet.Tool.Terminal;

namespace MaxPoolConvNet.Tool.Commands;

/// <summary>The base of the tool's commands.</summary>
internal abstract class ToolCommand : Command
{
    protected ToolCommand(string name, string description, ToolConsole console)
        : base(name, description)
    {
        Terminal = console;
        SetAction(arguments =>
        {
            IEnumerable<IFileSymbol> files = Options.Concat<Symbol>(Arguments).OfType<IFileSymbol>();
            if (console.Ranks.IsRank && !SharesWork)
            {
                throw new ArgumentException(
                    $"maxpool {name} doesn't share its work among ranks; start it without mpirun, and train or cross-validate with it");
            }

            CommandFiles.Check([.. files.SelectMany(file => file.FilesOf(arguments))]);
            return Run(arguments);
        });
    }

    /// <summary>The command lines shown in the help.</summary>
    public abstract string[] Examples { get; }

    /// <summary>The switches that the help shows first; if empty, it shows all.</summary>
    public virtual string[] UsualSwitches => [];

    /// <summary>Whether the command shares its work among ranks.</summary>
    protected virtual bool SharesWork => false;

    /// <summary>The console that the command reads from and writes to.</summary>
    protected ToolConsole Terminal { get; }

    /// <returns>One of the <see cref="ExitCode"/>s.</returns>
    protected abstract int Run(ParseResult arguments);

    /// <summary>Runs trainings while their progress is shown.</summary>
    /// <param name="work">Reports to the display, and stops at Ctrl+C.</param>
    /// <returns>The result; null if Ctrl+C stopped the work.</returns>
    protected T? ShowProgress<T>(Func<ITrainingDisplay, T> work)
        where T : class
    {
        ITrainingDisplay display = TrainingDisplay.Create(Terminal);
        try
        {
            return display.Show(() => work(display));
        }
        catch (OperationCanceledException) when (Terminal.Interrupted.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>Writes the result as JSON, or as text for people.</summary>
    protected void PrintResult(bool asJson, Func<JsonObject> toJson, Action print)
    {
        if (asJson) JsonResult.Write(Terminal, toJson());
        else print();
    }
}
