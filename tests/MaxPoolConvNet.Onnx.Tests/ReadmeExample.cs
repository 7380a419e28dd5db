namespace MaxPoolConvNet.Onnx.Tests;

/// <summary>The code of the package's README.</summary>
internal static class ReadmeExample
{
    public static void Run()
    {
        // begin
        TextClassifier classifier = TextClassifier.Load("reviews.safetensors");
        classifier.SaveOnnx("reviews.onnx");
        classifier.SaveOnnx("reviews-ids.onnx", new OnnxOptions { Input = OnnxInput.Ids });
        // end
    }
}
