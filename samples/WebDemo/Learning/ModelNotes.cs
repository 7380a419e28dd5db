using System.Globalization;

namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>What a model file says about its training, in its metadata.</summary>
/// <param name="TextsId">The starting texts; null for a model of another program.</param>
/// <param name="LearnedVersion">The version of the last change of the corrections that it was trained on; 0 for none.</param>
/// <param name="IsFirst">Whether it is the quick one, trained on a sample.</param>
/// <param name="TrainingTextCount">The number of texts that it was trained on.</param>
internal sealed record ModelNotes(string? TextsId, long LearnedVersion, bool IsFirst, int TrainingTextCount)
{
    private const string TextsKey = "webdemo.texts";
    private const string VersionKey = "webdemo.corrections";
    private const string FirstKey = "webdemo.first";
    private const string CountKey = "webdemo.count";

    public static ModelNotes Of(TextClassifier classifier)
    {
        IReadOnlyDictionary<string, string> metadata = classifier.Metadata;
        return new ModelNotes(
            metadata.GetValueOrDefault(TextsKey),
            long.TryParse(metadata.GetValueOrDefault(VersionKey), CultureInfo.InvariantCulture, out long version) ? version : 0,
            metadata.ContainsKey(FirstKey),
            int.TryParse(metadata.GetValueOrDefault(CountKey), CultureInfo.InvariantCulture, out int count) ? count : 0);
    }

    public SaveOptions ToSaveOptions()
    {
        var metadata = new Dictionary<string, string>
        {
            [TextsKey] = TextsId ?? "",
            [VersionKey] = LearnedVersion.ToString(CultureInfo.InvariantCulture),
            [CountKey] = TrainingTextCount.ToString(CultureInfo.InvariantCulture),
        };
        if (IsFirst) metadata[FirstKey] = "true";
        return new SaveOptions { Metadata = metadata };
    }
}
