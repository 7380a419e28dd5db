using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Storage;

/// <summary>What training measured, as entries of the metadata.</summary>
internal static class StoredReports
{
    /// <param name="model">The model.</param>
    /// <param name="quantized">Whether its filters are written in 8 bits.</param>
    public static List<KeyValuePair<string, string>> Of(TrainedModel model, bool quantized)
    {
        var reports = new List<KeyValuePair<string, string>>();
        if (quantized && model.Compaction is { } compaction)
            reports.Add(KeyValuePair.Create(ModelMetadata.Compaction, StoredCompaction.ToJson(compaction)));
        if (model.Calibration is { } calibration)
            reports.Add(KeyValuePair.Create(ModelMetadata.Calibration, StoredCalibration.ToJson(calibration)));
        if (model.Acceptance is { } promises)
            reports.Add(KeyValuePair.Create(ModelMetadata.Acceptance, StoredAcceptance.ToJson(promises, model.Labels)));
        if (model.LabelCounts is { } counts)
            reports.Add(KeyValuePair.Create(ModelMetadata.LabelCounts, StoredLabelCounts.ToJson(counts)));
        return reports;
    }
}
