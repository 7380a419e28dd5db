using MaxPoolConvNet;

namespace Guides;

/// <summary>The code of deploy-with-aot.md.</summary>
internal static class DeployWithAotPage
{
    public static Task RunAsync()
    {
        using var lines = new StringReader("Well made.\nIt fell apart after a week.");
        Console.SetIn(lines);

        // begin
        var classifier = TextClassifier.Load("reviews.safetensors");
        while (Console.ReadLine() is { } line)
            Console.WriteLine(classifier.Predict(line).Label);
        // end
        return Task.CompletedTask;
    }
}
