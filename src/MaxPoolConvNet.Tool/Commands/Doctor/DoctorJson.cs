using System.Text.Json.Nodes;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Tool.Files;
using MaxPoolConvNet.Tool.Terminal;

namespace MaxPoolConvNet.Tool.Commands;

/// <summary>Converts an audit of labels to JSON. Texts are numbered from 1.</summary>
internal static class DoctorJson
{
    public static JsonObject Of(
        ReadForm form, LabelAuditReport report, LabeledTexts? others, NearDuplicateReport? between) => new()
    {
        ["data"] = form.ToJson(),
        ["texts"] = report.TextCount,
        ["labels"] = JsonResult.ArrayOf(report.Labels),
        ["accuracy"] = report.Accuracy,
        ["suspects"] = JsonResult.ArrayOf(report.Suspects, suspect => Suspect(suspect, form.Texts)),
        ["conflictingDuplicates"] = JsonResult.ArrayOf(
            report.ConflictingDuplicates,
            same => JsonResult.ArrayOf(same.Indices, index => Labeled(index, form.Texts))),
        ["nearDuplicates"] = JsonResult.ArrayOf(report.NearDuplicates, pair => new JsonObject
        {
            ["number"] = pair.Index + 1,
            ["earlierNumber"] = pair.EarlierIndex + 1,
            ["similarity"] = pair.Similarity,
            ["sameWords"] = pair.IsExact,
            ["text"] = form.Texts[pair.Index].Text,
            ["earlierText"] = form.Texts[pair.EarlierIndex].Text,
        }),
        ["otherDuplicates"] = between is null || others is null ? null
            : JsonResult.ArrayOf(between.Pairs, pair => new JsonObject
            {
                ["otherNumber"] = pair.TestIndex + 1,
                ["number"] = pair.TrainingIndex + 1,
                ["similarity"] = pair.Similarity,
                ["sameWords"] = pair.IsExact,
                ["otherText"] = others[pair.TestIndex].Text,
            }),
        ["confusablePairs"] = JsonResult.ArrayOf(report.ConfusablePairs, pair => new JsonObject
        {
            ["first"] = pair.First,
            ["second"] = pair.Second,
            ["error"] = pair.Error,
            ["firstAsSecond"] = pair.FirstAsSecondCount,
            ["secondAsFirst"] = pair.SecondAsFirstCount,
        }),
        ["rareLabels"] = JsonResult.ArrayOf(
            report.RareLabels, rare => new JsonObject { ["label"] = rare.Label, ["texts"] = rare.TextCount }),
        ["helpfulTexts"] = report.HelpfulTextCount,
        ["unusualTexts"] = JsonResult.ArrayOf(report.UnusualTexts, unusual => new JsonObject
        {
            ["number"] = unusual.Index + 1,
            ["kind"] = unusual.Kind.ToString(),
            ["text"] = form.Texts[unusual.Index].Text,
        }),
        ["leaks"] = JsonResult.ArrayOf(report.Leaks, leak => new JsonObject
        {
            ["ngram"] = leak.Ngram,
            ["label"] = leak.Label,
            ["texts"] = leak.TextCount,
            ["otherTexts"] = leak.OtherTextCount,
            ["coverage"] = leak.Coverage,
        }),
    };

    private static JsonObject Suspect(LabelSuspect suspect, LabeledTexts texts) => new()
    {
        ["number"] = suspect.Index + 1,
        ["suspicion"] = suspect.Suspicion,
        ["given"] = JsonResult.ArrayOf(suspect.GivenLabels),
        ["suggested"] = JsonResult.ArrayOf(suspect.SuggestedLabels),
        ["text"] = suspect.Text,
        ["forSuggested"] = JsonResult.ArrayOf(suspect.Evidence.ForSuggested, Ngram),
        ["forGiven"] = JsonResult.ArrayOf(suspect.Evidence.ForGiven, Ngram),
        ["similarTexts"] = JsonResult.ArrayOf(suspect.Evidence.SimilarTexts, similar =>
        {
            JsonObject text = Labeled(similar.Index, texts);
            text["similarity"] = similar.Similarity;
            return text;
        }),
    };

    private static JsonObject Ngram(EvidenceNgram ngram) => new()
    {
        ["text"] = ngram.Text,
        ["weight"] = ngram.Weight,
        ["suggestedTexts"] = ngram.SuggestedTextCount,
        ["givenTexts"] = ngram.GivenTextCount,
    };

    private static JsonObject Labeled(int index, LabeledTexts texts) => new()
    {
        ["number"] = index + 1,
        ["labels"] = JsonResult.ArrayOf(texts[index].Labels),
        ["text"] = texts[index].Text,
    };
}
