using System.CommandLine;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Benchmarks.Scaling;

/// <summary>
/// One network of many labels: text by text, and in the batches that are the default for so many. The texts are random words, some of which belong to the
/// label; the test texts are others.
/// </summary>
internal sealed class ManyLabelsCommand : Command
{
    private readonly Option<int> _labels = new("--labels") { Description = "labels", DefaultValueFactory = _ => 5_000 };
    private readonly Option<int> _texts = new("--texts") { Description = "training texts", DefaultValueFactory = _ => 20_000 };
    private readonly Option<int?> _epochs = new("--epochs") { Description = "passes over the texts; without it the default" };
    private readonly Option<int> _threads = new("--threads") { Description = "threads", DefaultValueFactory = _ => 1 };

    public ManyLabelsCommand()
        : base("many-labels", "time of an epoch and accuracy with thousands of labels")
    {
        foreach (Option option in new Option[] { _labels, _texts, _epochs, _threads })
            Add(option);
        SetAction(Run);
    }

    private void Run(ParseResult arguments)
    {
        int labels = arguments.GetValue(_labels);
        var texts = new LabelWords(labels);
        LabeledText[] training = texts.Make(arguments.GetValue(_texts), seed: 1);
        LabeledText[] test = texts.Make(4_000, seed: 2);
        TrainingOptions usual = new()
        {
            Networks = 1, Calibration = Calibration.None, Epochs = arguments.GetValue(_epochs), Threads = arguments.GetValue(_threads),
        };
        Markdown.Line(
            $"{Machine.Description}; {training.Length:N0} texts of {labels:N0} labels, one network, {usual.Threads} threads, {test.Length:N0} test texts");
        Markdown.Line();
        Markdown.Head("texts a step", "learning rate", "epochs", "seconds an epoch", "test accuracy, %", "log-loss");
        foreach (TrainingOptions options in (TrainingOptions[])[usual with { BatchSize = 1 }, usual])
        {
            TrainingResult result = new Trainer(options).Train(training);
            EvaluationReport report = result.Classifier.Evaluate(test);
            Markdown.Row(
                $"{result.Options.BatchSize}",
                Markdown.Number(result.Options.Optimizer.LearningRate),
                $"{result.Epochs.Length}",
                Markdown.Number(result.TrainingTime.TotalSeconds / result.Epochs.Length),
                Markdown.Number(100 * report.Accuracy),
                Markdown.Number(report.Loss));
        }
    }
}
