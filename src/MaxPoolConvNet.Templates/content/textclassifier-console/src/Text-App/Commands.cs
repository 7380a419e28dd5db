using MaxPoolConvNet;

namespace Text_App;

/// <summary>The app's commands.</summary>
public static class Commands
{
    private const string Usage = """
        train            tests on held-out texts, trains on all, and saves the model
        predict "TEXT"   prints the label of a text and its probability
        explain "TEXT"   shows which words decided
        """;

    /// <summary>Runs one command.</summary>
    /// <param name="arguments">The command and its text.</param>
    /// <param name="model">The path of the model file. If there is no file, predict and explain train it.</param>
    /// <param name="output">Receives what the command prints.</param>
    /// <returns>The exit code: 0, or 2 for unknown arguments.</returns>
    public static int Run(string[] arguments, string model, TextWriter output)
    {
        switch (arguments)
        {
            case ["train"]:
                output.WriteLine(Tickets.Evaluate());
                Tickets.Train().Save(model);
                output.WriteLine($"saved {model}");
                return 0;
            case ["predict", string text]:
                Prediction prediction = Load(model).Predict(text);
                output.WriteLine($"{prediction.Label} ({prediction.Probability:P0})");
                return 0;
            case ["explain", string text]:
                output.WriteLine(Load(model).Explain(text));
                return 0;
            default:
                output.WriteLine(Usage);
                return 2;
        }
    }

    private static TextClassifier Load(string model)
    {
        Tickets.EnsureModel(model);
        return TextClassifier.Load(model);
    }
}
