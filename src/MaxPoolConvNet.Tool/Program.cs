using System.Globalization;
using MaxPoolConvNet.Tool;
using MaxPoolConvNet.Tool.Terminal;

// numbers are read and written the same everywhere
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;

using var interruption = new Interruption();
return MaxPoolTool.Run(args, ToolConsole.OfProcess(interruption.Token));
