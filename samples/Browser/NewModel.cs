using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Samples.Browser;

/// <summary>Trains a model on a file of the user.</summary>
[SupportedOSPlatform("browser")]
internal static partial class NewModel
{
    private const double HeldOutFraction = 0.2;

    private static byte[] _file = [];

    /// <summary>Trains on four fifths of a file's texts and evaluates on the others, or trains on all of them.</summary>
    /// <param name="file">The content of the file.</param>
    /// <param name="name">Its name, for messages.</param>
    /// <param name="settings">The page's settings, as JSON.</param>
    /// <returns>The figures, as JSON.</returns>
    [JSExport]
    internal static string Train(byte[] file, string name, string settings)
    {
        PageSettings page = PageSettings.Of(settings);
        LabeledTexts texts = LabeledTextFile.ReadAll(new MemoryStream(file), name, page.File);

        // where all texts have the same labels, training fails; with a message that counts them all
        bool holdsOut = page.HoldsOut && texts.Any(text => !text.Labels.SequenceEqual(texts[0].Labels));
        TextSplit split = holdsOut ? StratifiedSplit.HoldOut(texts, HeldOutFraction, seed: 1) : new TextSplit(texts, []);
        TrainingResult result = new Trainer(page.Training).Train(split.Training, new PageProgress());
        EvaluationReport? report = split.HeldOut.Count > 0 ? result.Classifier.Evaluate(split.HeldOut) : null;
        using var model = new MemoryStream();
        result.Classifier.Save(model);
        _file = model.ToArray();
        return TrainingJson.Of(texts, split, result, report);
    }

    /// <summary>Returns the model file of the training before.</summary>
    [JSExport]
    internal static byte[] File() => _file;
}
