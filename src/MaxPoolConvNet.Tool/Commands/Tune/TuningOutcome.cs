using System.Globalization;
using MaxPoolConvNet.Tool.Progress;
using MaxPoolConvNet.Tool.Terminal;
using MaxPoolConvNet.Tool.Tuning;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tool.Commands;

/// <summary>The outcome of a search, as text or JSON.</summary>
/// <param name="result">The result of the search.</param>
/// <param name="commands">Converts settings to a command line.</param>
/// <param name="toOptions">Converts settings to the options of the final training.</param>
internal sealed partial class TuningOutcome(TuningResult result, TrainCommandLine commands, Func<TrialSettings, TrainingOptions> toOptions)
{
    private const int MostShown = 8;
    private const string Untested = "not tested on held-out texts; the figures above are too optimistic, "
        + "because the best of many trials was chosen by them";

    private const string NothingBetter = "no trial was better than the defaults on the validation texts: keep the defaults";

    public void Print(ToolConsole console)
    {
        int unfinished = result.Trials.Count(trial => trial.End != TrialEnd.Done);
        console.Print($"\n{result.Trials.Length} trials in {result.Time.TotalSeconds:F1} s, {unfinished} of them unfinished{Reasons()}");
        if (result.Choice is not { } choice)
        {
            console.Print($"no trial finished training, so there are no results; pass a longer --budget");
            return;
        }

        console.Out.WriteLine(Table());
        console.Out.WriteLine();
        if (result is { Comparison: { } comparison, Compared: { } compared })
            Print(console, comparison, result.IsStart ? FormattableString.Invariant($"trial {compared.Number}") : "found");
        else console.Print($"{(result.Interrupted ? Untested : NothingBetter)}");
        if (!result.IsStart) console.Print($"\nto train with these settings:\n{commands.For(choice.Settings, toOptions(choice.Settings))}");
    }

    private void Print(ToolConsole console, Comparison comparison, string name)
    {
        console.Print($"on the {comparison.Texts} held-out texts, after training on all others:");
        int width = Math.Max("defaults".Length, name.Length);
        console.Print($"  {"defaults".PadRight(width)}  {comparison.StartAccuracy:P2} ({comparison.StartCorrect})");
        console.Print($"  {name.PadRight(width)}  {comparison.ChoiceAccuracy:P2} ({comparison.ChoiceCorrect})");
        string interval = $"{Signed(comparison.Points - comparison.Margin)} to {Signed(comparison.Points + comparison.Margin)}";
        string alone = string.Create(
            CultureInfo.InvariantCulture,
            $"{comparison.OnlyChoice} texts classified correctly only with {(result.IsStart ? "its" : "the found")} settings, "
            + $"{comparison.OnlyStart} only with the defaults");
        console.Print($"  {Signed(comparison.Points)} points, 95 % interval {interval}; {alone}, p = {comparison.P:G2}");
        console.Print($"{(result.IsStart ? NothingBetter : Verdict(comparison))}");
    }

    private static string Signed(double points) => points.ToString("+0.00;−0.00;0.00", CultureInfo.InvariantCulture);

    internal static string Verdict(Comparison comparison) => (comparison.Points, comparison.IsClear) switch
    {
        ( > 0, true) => "clearly better than the defaults",
        ( > 0, false) => "better than the defaults, but the difference may be chance",
        (_, true) => "clearly worse than the defaults: keep the defaults",
        _ => "not better than the defaults: keep the defaults",
    };

    private string Reasons()
    {
        IEnumerable<string> reasons = result.Trials
            .Where(trial => trial.End != TrialEnd.Done)
            .GroupBy(trial => trial.End)
            .OrderBy(group => group.Key)
            .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Count()} {TuningText.End(group.Key)}"));
        string joined = string.Join(", ", reasons);
        return joined.Length == 0 ? "" : $" ({joined})";
    }

    /// <summary>The finalists, then the best of the other trials.</summary>
    private string Table()
    {
        IEnumerable<Trial> ordered = result.Trials.Where(trial => trial.Score is not null)
            .OrderBy(trial => trial.FinalistScore?.Loss ?? double.PositiveInfinity).ThenBy(trial => trial.Score!.Value.Loss);
        Trial[] shown = [.. ordered.Take(MostShown), .. ordered.Skip(MostShown).Where(IsStart)];
        return AlignedTable.Create(
        [
            ["trial", "seconds", "accuracy", "loss", "finalist accuracy", "finalist loss", "settings"],
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
