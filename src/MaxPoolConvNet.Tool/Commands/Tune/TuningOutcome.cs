using System.Globalization;
using MaxPoolConvNet.Tool.Progress;
using MaxPoolConvNet.Tool.Terminal;
using MaxPoolConvNet.Tool.Tuning;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tool.Commands;

/// <summary>What a search of settings came to, for people.</summary>
/// <param name="result">What it came to.</param>
/// <param name="commands">Says settings as a command line.</param>
/// <param name="toOptions">The options that settings make for the last trainings.</param>
internal sealed partial class TuningOutcome(TuningResult result, TrainCommandLine commands, Func<TrialSettings, TrainingOptions> toOptions)
{
    private const int MostShown = 8;

    public void Print(ToolConsole console)
    {
        int unfinished = result.Trials.Count(trial => trial.End != TrialEnd.Done);
        console.Print($"\n{result.Trials.Length} trials in {result.Time.TotalSeconds:F1} s, {unfinished} of them not finished{Reasons()}");
        if (result.Choice is not { } choice)
        {
            console.Print($"no trial was trained to its end: nothing is known about settings");
            return;
        }

        console.Out.WriteLine(Table());
        console.Out.WriteLine();
        if (result.Comparison is { } comparison) Print(console, comparison);
        else if (result.Interrupted) console.Print($"not tested; the figures above are those of the best of many on the texts that they were chosen on, and too good for that");
        else console.Print($"nothing that was tried was better than the defaults on the texts to choose on");
        if (!result.IsStart) console.Print($"\nto train with these settings:\n{commands.Of(choice.Settings, toOptions(choice.Settings))}");
    }

    private static void Print(ToolConsole console, Comparison comparison)
    {
        console.Print($"on the {comparison.Texts} texts to test on, which chose nothing, after training on all others:");
        console.Print($"  defaults  {comparison.StartAccuracy:P2} ({comparison.StartCorrect})");
        console.Print($"  found     {comparison.ChoiceAccuracy:P2} ({comparison.ChoiceCorrect})");
        console.Print($"  {comparison.Points:+0.00;−0.00;0.00} points, 95 % interval {comparison.Points - comparison.Margin:+0.00;−0.00;0.00} to {comparison.Points + comparison.Margin:+0.00;−0.00;0.00}; {comparison.OnlyChoice} texts recognized by the found settings alone, {comparison.OnlyStart} by the defaults alone, p = {comparison.P:G2}");
        console.Print($"{Verdict(comparison)}");
    }

    internal static string Verdict(Comparison comparison) => (comparison.Points, comparison.IsClear) switch
    {
        ( > 0, true) => "clearly better than the defaults",
        ( > 0, false) => "better, but not clearly better than the defaults: it may be chance",
        (_, true) => "clearly worse than the defaults: stay with those",
        _ => "not better than the defaults: stay with those",
    };

    private string Reasons()
    {
        IEnumerable<string> reasons = result.Trials.Where(trial => trial.End != TrialEnd.Done).GroupBy(trial => trial.End).OrderBy(group => group.Key)
            .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Count()} {Words(group.Key)}"));
        string joined = string.Join(", ", reasons);
        return joined.Length == 0 ? "" : $" ({joined})";
    }

    private static string Words(TrialEnd end) => end switch
    {
        TrialEnd.Diverged => "diverged",
        TrialEnd.Hopeless => "hopeless",
        TrialEnd.OutOfTime => "too slow for the time left",
        _ => "done",
    };

    /// <summary>Those tried again, among which the choice is, and then the best others.</summary>
    private string Table()
    {
        IEnumerable<Trial> ordered = result.Trials.Where(trial => trial.Score is not null)
            .OrderBy(trial => trial.Again?.Loss ?? double.PositiveInfinity).ThenBy(trial => trial.Score!.Value.Loss);
        Trial[] shown = [.. ordered.Take(MostShown), .. ordered.Skip(MostShown).Where(IsStart)];
        return TextTable.Aligned(
        [
            ["trial", "seconds", "accuracy", "loss", "several networks", "loss", "settings"],
            .. shown.Select(trial => new[]
            {
                Text($"{trial.Number}"), Text($"{trial.Time.TotalSeconds:F1}"),
                TuningDisplay.Accuracy(trial.Score), TuningDisplay.Loss(trial.Score), TuningDisplay.Accuracy(trial.Again), TuningDisplay.Loss(trial.Again),
                Named(trial),
            }),
        ]);
    }

    private bool IsStart(Trial trial) => trial.Number == result.Start?.Number;

    private string Named(Trial trial) => IsStart(trial) ? "the defaults" : string.Join(' ', commands.Switches(trial.Settings, toOptions(trial.Settings)));

    private static string Text(FormattableString cell) => cell.ToString(CultureInfo.InvariantCulture);
}
