using System.Text.Json.Nodes;

namespace MaxPoolConvNet.Storage;

/// <summary>The report of a compact classifier as JSON in the metadata.</summary>
internal static class StoredCompaction
{
    private const string Levels = "levels";
    private const string KeptFraction = "keptFraction";
    private const string LossChange = "lossChange";
    private const string LargestLogitChange = "largestLogitChange";

    public static string ToJson(CompactionReport report)
    {
        var json = new JsonObject { [Levels] = report.Levels, [KeptFraction] = report.KeptFraction };
        if (report.LossChange is { } loss) json[LossChange] = loss;
        if (report.LargestLogitChange is { } logit) json[LargestLogitChange] = logit;
        return json.ToJsonString();
    }

    /// <exception cref="InvalidDataException">It isn't such a report.</exception>
    public static CompactionReport Parse(string json)
    {
        JsonFields fields = JsonFields.Parse(json, ModelMetadata.Compaction);
        return new CompactionReport(
            fields.Integer(Levels),
            fields.Number(KeptFraction),
            fields.Has(LossChange) ? fields.Number(LossChange) : null,
            fields.Has(LargestLogitChange) ? fields.Number(LargestLogitChange) : null);
    }
}
