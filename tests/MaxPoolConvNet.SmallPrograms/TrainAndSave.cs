using MaxPoolConvNet;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;

// Trains on a file of labeled texts, tests on a tenth of them, and saves the classifier.
TextSplit split = StratifiedSplit.HoldOut(LabeledTextFile.Read(args[0]), fraction: 0.1, seed: 1);
TextClassifier classifier = TextClassifier.Train(split.Training);
EvaluationReport report = classifier.Evaluate(split.HeldOut);
classifier.Save(args[1]);
Console.WriteLine($"{report.Accuracy:P1} of {report.TextCount} held-out texts");
