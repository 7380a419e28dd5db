using System.Globalization;
using MaxPoolConvNet.Tool;
using MaxPoolConvNet.Tool.Terminal;

// the same format of numbers on every machine
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;

using var interruption = new Interruption();
using ToolRanks ranks = ToolRanks.OfProcess;
return interruption.CodeOf(MaxPoolTool.Run(args, ToolConsole.OfProcess(ranks, interruption.Token)));
