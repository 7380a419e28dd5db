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
        TuningStage.Again => "the best again, with several networks",
        _ => "last trainings, and the test",
    };

    public static string Accuracy(TrialScore? score) => score is { } known ? known.Accuracy.ToString("P2", CultureInfo.InvariantCulture) : "";

    public static string Loss(TrialScore? score) => score is { } known ? known.Loss.ToString("F4", CultureInfo.InvariantCulture) : "";
}
