using System.CommandLine;
using System.CommandLine.Help;
using MaxPoolConvNet.Tool.Terminal;

namespace MaxPoolConvNet.Tool.Commands;

/// <summary>The root command, which holds the others.</summary>
internal sealed class MaxPoolCommand : RootCommand
{
    public MaxPoolCommand(ToolConsole console)
        : base("Trains text classifiers on your own labeled texts, tests and explains them, and predicts with them.")
    {
        Add(new TrainCommand(console));
        Add(new EvaluateCommand(console));
        Add(new CompareCommand(console));
        Add(new CrossValidateCommand(console));
        Add(new CurveCommand(console));
        Add(new DoctorCommand(console));
        Add(new TuneCommand(console));
        Add(new PredictCommand(console));
        Add(new ExplainCommand(console));
        Add(new InspectCommand(console));
        Add(new ConvertCommand(console));
        Add(new ExportCommand(console));
        Add(new GradientCheckCommand(console));
        foreach (HelpOption help in Options.OfType<HelpOption>())
        {
            help.Description = "show help; --help all shows all options";
            help.Action = new CommandHelp((HelpAction)help.Action!);
        }

        foreach (VersionOption version in Options.OfType<VersionOption>())
            version.Description = "show the version";
    }
}
