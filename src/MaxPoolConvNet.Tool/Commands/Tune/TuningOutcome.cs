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
    private const string Untested = "not tested; the figures above are those of the best of many on the texts that they were chosen on, "
        + "and too good for that";

    private const string NothingBetter = "nothing that was tried was better than the defaults on the texts to choose on";

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
        else console.Print($"{(result.Interrupted ? Untested : NothingBetter)}");
        if (!result.IsStart) console.Print($"\nto train with these settings:\n{commands.For(choice.Settings, toOptions(choice.Settings))}");
    }

    private static void Print(ToolConsole console, Comparison comparison)
    {
        console.Print($"on the {comparison.Texts} texts to test on, which chose nothing, after training on all others:");
        console.Print($"  defaults  {comparison.StartAccuracy:P2} ({comparison.StartCorrect})");
        console.Print($"  found     {comparison.ChoiceAccuracy:P2} ({comparison.ChoiceCorrect})");
        string interval = $"{Signed(comparison.Points - comparison.Margin)} to {Signed(comparison.Points + comparison.Margin)}";
        string alone = string.Create(
            CultureInfo.InvariantCulture,
            $"{comparison.OnlyChoice} texts recognized by the found settings alone, {comparison.OnlyStart} by the defaults alone");
        console.Print($"  {Signed(comparison.Points)} points, 95 % interval {interval}; {alone}, p = {comparison.P:G2}");
        console.Print($"{Verdict(comparison)}");
    }

    private static string Signed(double points) => points.ToString("+0.00;−0.00;0.00", CultureInfo.InvariantCulture);

    internal static string Verdict(Comparison comparison) => (comparison.Points, comparison.IsClear) switch
    {
        ( > 0, true) => "clearly better than the defaults",
        ( > 0, false) => "better, but not clearly better than the defaults: it may be chance",
        (_, true) => "clearly worse than the defaults: stay with those",
        _ => "not better than the defaults: stay with those",
    };

    private string Reasons()
    {
        IEnumerable<string> reasons = result.Trials
            .Where(trial => trial.End != TrialEnd.Done)
            .GroupBy(trial => trial.End)
            .OrderBy(group => group.Key)
            .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Count()} {InWords(group.Key)}"));
        string joined = string.Join(", ", reasons);
        return joined.Length == 0 ? "" : $" ({joined})";
    }

    private static string InWords(TrialEnd end) => end switch
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
            .OrderBy(trial => trial.FinalistScore?.Loss ?? double.PositiveInfinity).ThenBy(trial => trial.Score!.Value.Loss);
        Trial[] shown = [.. ordered.Take(MostShown), .. ordered.Skip(MostShown).Where(IsStart)];
        return AlignedTable.Create(
        [
            ["trial", "seconds", "accuracy", "loss", "several networks", "loss", "settings"],
            .. shown.Select(trial => new[]
            {
                trial.Number.ToString(CultureInfo.InvariantCulture),
                trial.Time.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture),
                TuningText.Accuracy(trial.Score),
                TuningText.Loss(trial.Score),
                TuningText.Accuracy(trial.FinalistScore),
                TuningText.Loss(trial.FinalistScore),
                Describe(trial),
            }),
        ]);
    }

    private bool IsStart(Trial trial) => trial.Number == result.Start?.Number;

    private string Describe(Trial trial) =>
        IsStart(trial) ? "the defaults" : string.Join(' ', commands.ChangedSwitches(trial.Settings, toOptions(trial.Settings)));
}
