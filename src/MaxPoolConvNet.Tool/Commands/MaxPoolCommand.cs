using System.CommandLine;
using System.CommandLine.Help;
using MaxPoolConvNet.Tool.Terminal;

namespace MaxPoolConvNet.Tool.Commands;

/// <summary>The tool's commands.</summary>
internal sealed class MaxPoolCommand : RootCommand
{
    public MaxPoolCommand(ToolConsole console)
        : base("Learns from labelled texts which labels a text has: trains, tests, explains and runs such classifiers.")
    {
        Add(new TrainCommand(console));
        Add(new EvaluateCommand(console));
        Add(new CrossValidateCommand(console));
        Add(new TuneCommand(console));
        Add(new PredictCommand(console));
        Add(new ExplainCommand(console));
        Add(new InspectCommand(console));
        Add(new GradientCheckCommand(console));
        foreach (HelpOption help in Options.OfType<HelpOption>())
            help.Action = new HelpWithExitCodes((HelpAction)help.Action!);
    }
}
