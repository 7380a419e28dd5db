using MaxPoolConvNet;
using MaxPoolConvNet.Onnx;

namespace Guides;

/// <summary>The code of other-programs.md.</summary>
internal static class OtherProgramsPage
{
    public static Task RunAsync()
    {
        // begin
        TextClassifier classifier = TextClassifier.Load("reviews.safetensors");
        classifier.SaveOnnx("reviews.onnx");
        classifier.SaveOnnx("reviews-ids.onnx", new OnnxOptions { Input = OnnxInput.Ids });
        foreach (string file in new[] { "reviews.safetensors", "reviews.onnx", "reviews-ids.onnx" })
            Console.WriteLine($"{file}: {new FileInfo(file).Length:N0} bytes");
        // end
        return Task.CompletedTask;
    }
}
