using MaxPoolConvNet;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;

namespace Text_App;

/// <summary>The labeled texts that come with the app, and the classifier that is trained on them.</summary>
/// <remarks>Replace tickets.csv with texts and labels of your own: a few hundred texts or more make a good classifier.</remarks>
public static class Tickets
{
    /// <summary>Reads the texts of tickets.csv, which is embedded in the app.</summary>
    public static LabeledTexts Read()
    {
        using Stream stream = typeof(Tickets).Assembly.GetManifestResourceStream("tickets.csv")!;
        return LabeledTextFile.ReadAll(stream, "tickets.csv");
    }

    /// <summary>Trains on three quarters of the texts, and tests on the others.</summary>
    public static EvaluationReport Evaluate()
    {
        TextSplit split = StratifiedSplit.HoldOut(Read(), fraction: 0.25, seed: 1);
        return TextClassifier.Train(split.Training).Evaluate(split.HeldOut);
    }

    /// <summary>Trains on all texts.</summary>
    public static TextClassifier Train() => TextClassifier.Train(Read());

    /// <summary>Trains on all texts and saves the model, unless there is one.</summary>
    /// <param name="path">The model file.</param>
    public static void EnsureModel(string path)
    {
        if (!File.Exists(path)) Train().Save(path);
    }
}
