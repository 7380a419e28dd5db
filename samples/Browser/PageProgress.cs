using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Samples.Browser;

/// <summary>Sends the progress of training to the page, while training goes on: the worker has one thread.</summary>
[SupportedOSPlatform("browser")]
internal sealed partial class PageProgress : IProgress<TrainingProgress>
{
    public void Report(TrainingProgress value) => Post(JsonText.Of(json =>
    {
        json.WriteNumber("epoch", value.Epoch);
        json.WriteNumber("epochCount", value.EpochCount);
        json.WriteNumber("doneTextCount", value.DoneTextCount);
        json.WriteNumber("textCount", value.TextCount);
        json.WriteNumber("loss", value.Loss);
        json.WriteNumber("accuracy", value.Accuracy);
        if (value.Remaining is { } remaining) json.WriteNumber("remainingSeconds", remaining.TotalSeconds);
    }));

    [JSImport("post", "worker")]
    private static partial void Post(string json);
}
