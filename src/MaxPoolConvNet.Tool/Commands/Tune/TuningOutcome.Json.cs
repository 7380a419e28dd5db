using System.Text.Json.Nodes;
using MaxPoolConvNet.Tool.Files;
using MaxPoolConvNet.Tool.Terminal;
using MaxPoolConvNet.Tool.Tuning;

namespace MaxPoolConvNet.Tool.Commands;

/// <content>Converts the outcome to JSON.</content>
internal sealed partial class TuningOutcome
{
    public JsonObject ToJson(ReadForm form) => new()
    {
        ["data"] = form.ToJson(),
        ["seconds"] = result.Time.TotalSeconds,
        ["interrupted"] = result.Interrupted,
        ["defaultsTrial"] = result.Start?.Number,
        ["chosenTrial"] = result.Choice?.Number,
        ["comparedTrial"] = result.Compared?.Number,
        ["comparison"] = result.Comparison is { } comparison ? ToJson(comparison) : null,
        ["command"] = result.Choice is { } choice ? commands.For(choice.Settings, toOptions(choice.Settings)) : null,
        ["settings"] = result.Choice is { } chosen ? TrainingSettings.ToJson(toOptions(chosen.Settings)) : null,
        ["trials"] = JsonResult.ArrayOf(result.Trials, ToJson),
    };

    private JsonObject ToJson(Comparison comparison) => new()
    {
        ["texts"] = comparison.Texts,
        ["defaultsAccuracy"] = comparison.StartAccuracy,
        ["foundAccuracy"] = comparison.ChoiceAccuracy,
        ["points"] = comparison.Points,
        ["pointsLow"] = comparison.Points - comparison.Margin,
        ["pointsHigh"] = comparison.Points + comparison.Margin,
        ["onlyDefaultsRecognized"] = comparison.OnlyStart,
        ["onlyFoundRecognized"] = comparison.OnlyChoice,
        ["p"] = comparison.P,
        ["verdict"] = result.IsStart ? NothingBetter : Verdict(comparison),
    };

    private JsonObject ToJson(Trial trial) => new()
    {
        ["trial"] = trial.Number,
        ["end"] = trial.End.ToString(),
        ["seconds"] = trial.Time.TotalSeconds,
        ["oneNetwork"] = ToJson(trial.Score),
        ["severalNetworks"] = ToJson(trial.FinalistScore),
        ["settings"] = TrainingSettings.ToJson(toOptions(trial.Settings)),
    };

    private static JsonObject? ToJson(TrialScore? score) =>
        score is { } known ? new() { ["accuracy"] = known.Accuracy, ["loss"] = known.Loss } : null;
}
