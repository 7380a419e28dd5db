using MaxPoolConvNet;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Tests.Text;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

// What an app does with the package: train, save and load, predict, explain, go on with training, check the gradients of what was trained. Exit status 1 where one fails.
string[] things = ["film", "book", "meal", "hotel", "song", "phone", "coat", "garden", "teacher", "train"];
LabeledText[] texts =
[
    .. things.SelectMany(thing => new LabeledText[]
    {
        new("positive", $"The {thing} was good, not bad."),
        new("positive", $"A good {thing}, I loved it."),
        new("negative", $"The {thing} was bad, not good."),
        new("negative", $"A bad {thing}, I hated it."),
    }),
];

TrainingResult result = new Trainer(new TrainingOptions { Seed = 7 }).Train(texts);
string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
result.Classifier.Save(path, new SaveOptions { Metadata = new Dictionary<string, string> { ["seed"] = "7" } });
ModelFileInfo file = ModelFile.Inspect(path);
TextClassifier classifier = TextClassifier.Load(path);
File.Delete(path);
Prediction good = classifier.Predict("The weather was good, not bad.");
Prediction bad = classifier.Predict("The weather was bad, not good.");
Explanation explanation = classifier.Explain("A good garden");
double sum = explanation.Bias + explanation.Windows.Sum(window => window.Contribution);
int[] wordIds = [.. Enumerable.Range(0, classifier.Vocabulary.Count).Take(6)];
GradientReport report = GradientChecker.Check(classifier.ToConvNet(), TextInput.FromWordIds(wordIds), Target.OfClass(1));

bool passed = good == result.Classifier.Predict("The weather was good, not bad.") && good.Label == "positive" && bad.Label == "negative"
    && Math.Abs(sum - explanation.Logit) < 1e-5 && report.HasPassed;
Console.WriteLine($"{good.Label} {good.Probability:F3}, {bad.Label} {bad.Probability:F3}; logit {explanation.Logit:F5} = {sum:F5}");
Console.WriteLine(report);
Console.WriteLine($"{file.ByteCount} bytes, {file.Tensors.Length} tensors, seed {classifier.Metadata["seed"]}");
TextClassifier grown = new Trainer().Continue(classifier, [new("neutral", "The film lasted two hours."), new("neutral", "A book of two hundred pages.")]).Classifier;
passed &= grown.Predict("It lasted two hours").Label == "neutral" && explanation.ToHtml().Contains("garden", StringComparison.Ordinal);
ulong words = ManyScripts.Hash();
string globalization = "e\u0301".Normalize().Length == 1 ? "with ICU" : "invariant";
Console.WriteLine($"words of {ManyScripts.Texts.Count} texts in many scripts, {globalization}: {words:x16}, expected {ManyScripts.Expected:x16}");
passed &= words == ManyScripts.Expected;
Console.WriteLine(passed ? "the package works" : "the package FAILS");
return passed ? 0 : 1;
