using System.Globalization;
using MaxPoolConvNet.Tool.Terminal;
using MaxPoolConvNet.Tool.Tuning;

namespace MaxPoolConvNet.Tool.Progress;

internal static class TuningDisplay
{
    /// <summary>A live table where somebody looks at it in a terminal, else a line a trial. Always on standard error.</summary>
    public static ITuningDisplay Of(ToolConsole console) => console.ErrorIsTerminal ? new LiveTuningDisplay(console) : new TuningLines(console);

    public static string Name(TuningStage stage) => stage switch
    {
        TuningStage.Search => "search",
        TuningStage.Again => "the best once more",
        _ => "test of the choice and the defaults",
    };

    /// <summary>Such as "91.2 %" of a trial that was trained to its end.</summary>
    public static string Accuracy(Trial? trial) => trial is { Scores.Length: > 0 } ? trial.Accuracy.ToString("P1", CultureInfo.InvariantCulture) : "";

    public static string Loss(Trial? trial) => trial is { Scores.Length: > 0 } ? trial.Loss.ToString("F4", CultureInfo.InvariantCulture) : "";
}
