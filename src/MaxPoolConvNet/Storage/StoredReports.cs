using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Storage;

/// <summary>What training measured, as entries of the metadata.</summary>
internal static class StoredReports
{
    /// <param name="model">The model.</param>
    /// <param name="quantized">Whether its filters are written in 8 bits.</param>
    public static IEnumerable<KeyValuePair<string, string>> Of(TrainedModel model, bool quantized)
    {
        if (quantized && model.Compaction is { } compaction)
            yield return KeyValuePair.Create(ModelMetadata.Compaction, StoredCompaction.ToJson(compaction));
        if (model.Calibration is { } calibration)
            yield return KeyValuePair.Create(ModelMetadata.Calibration, StoredCalibration.ToJson(calibration));
        if (model.Acceptance is { } promises)
            yield return KeyValuePair.Create(ModelMetadata.Acceptance, StoredAcceptance.ToJson(promises, model.Labels));
        if (model.LabelCounts is { } counts)
            yield return KeyValuePair.Create(ModelMetadata.LabelCounts, StoredLabelCounts.ToJson(counts));
    }
}
