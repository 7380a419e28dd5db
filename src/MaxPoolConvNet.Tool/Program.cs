using System.Globalization;
using MaxPoolConvNet.Tool;
using MaxPoolConvNet.Tool.Terminal;

// the same format of numbers on every machine
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;

// mpirun gives ranks a terminal that nobody sees: no colors, no cursor movements
using ToolRanks ranks = ToolRanks.OfProcess;
if (ranks.IsRank) Environment.SetEnvironmentVariable("TERM", "dumb");
using var interruption = new Interruption();
return interruption.CodeOf(MaxPoolTool.Run(args, ToolConsole.OfProcess(ranks, interruption.Token)));
