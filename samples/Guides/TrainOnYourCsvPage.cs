using MaxPoolConvNet;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace Guides;

/// <summary>The code of train-on-your-csv.md.</summary>
internal static class TrainOnYourCsvPage
{
    public static Task RunAsync()
    {
        TextSplit split = FromCsvToPrediction();
        NameTheColumns();
        TakeFromElsewhere();
        FindNearDuplicates(split);
        SplitByKey();
        CrossValidate();
        AskHowManyTexts(split);
        KnowPartsOfWords(split);
        WatchAndStop(split);
        GoOnLater(split);
        return Task.CompletedTask;
    }

    private static TextSplit FromCsvToPrediction()
    {
        // begin
        LabeledTexts texts = LabeledTextFile.Read("reviews.csv");   // columns: sentiment,review
        TextSplit split = StratifiedSplit.HoldOut(texts, fraction: 0.25, seed: 1);

        TextClassifier classifier = TextClassifier.Train(split.Training);
        Console.WriteLine(classifier.Evaluate(split.HeldOut));
        classifier.Save("reviews.safetensors");

        TextClassifier loaded = TextClassifier.Load("reviews.safetensors");
        Prediction prediction = loaded.Predict("Not only cheap but surprisingly well made.");
        Console.WriteLine($"{prediction.Label} ({prediction.Probability:P1})");
        // end
        return split;
    }

    private static void NameTheColumns()
    {
        // begin
        var columns = new LabeledTextFileOptions { LabelColumns = ["verdict"], TextColumns = ["comment"] };
        LabeledTexts survey = LabeledTextFile.Read("survey.csv", columns);   // columns: id,verdict,comment
        // end
        Console.WriteLine($"{survey.Count} texts in survey.csv");
    }

    private static void TakeFromElsewhere()
    {
        (string Category, string Subject, string Body)[] mails =
            [("invoice", "No. 17", "Please find it attached."), ("other", "Hello", "How are you?")];
        using var tickets = new System.Data.DataTable { Columns = { "category", "message" } };
        tickets.Rows.Add("refund", "I want my money back.");
        using System.Data.Common.DbDataReader reader = tickets.CreateDataReader();

        // begin
        IEnumerable<LabeledText> fromDatabase = LabeledTextRows.Read(reader);   // a DbDataReader for SELECT category, message FROM tickets
        IEnumerable<LabeledText> fromObjects = mails.Select(mail => new LabeledText(mail.Category, $"{mail.Subject}\n{mail.Body}"));
        // end
        Console.WriteLine(string.Join('\n', fromDatabase.Concat(fromObjects)));
    }

    private static void FindNearDuplicates(TextSplit split)
    {
        // begin
        NearDuplicateReport copies = NearDuplicates.Find(split.Training, split.HeldOut);
        Console.WriteLine(copies);
        HashSet<int> copied = [.. copies.Pairs.Select(pair => pair.TestIndex)];
        LabeledText[] unseen = [.. split.HeldOut.Where((_, at) => !copied.Contains(at))];
        // end
        Console.WriteLine($"{unseen.Length} texts left to test on");
    }

    private static void SplitByKey()
    {
        LabeledTexts texts = LabeledTextFile.Read("reviews.csv");
        (string Customer, string Category, string Body)[] mails =
            [("Ann", "invoice", "Please find it attached."), ("Bob", "other", "How are you?")];

        // begin
        TextSplit lasting = KeyedSplit.HoldOut(texts, fraction: 0.25, seed: 1);
        TextSplit byCustomer = KeyedSplit.HoldOut(
            mails.Select(mail => (mail.Customer, new LabeledText(mail.Category, mail.Body))), fraction: 0.25, seed: 1);
        // end
        Console.WriteLine($"{lasting.HeldOut.Count} reviews and {byCustomer.HeldOut.Count} of {mails.Length} mails held out");
    }

    private static void CrossValidate()
    {
        // begin
        CrossValidationReport folds = CrossValidation.Run(LabeledTextFile.Read("reviews.csv"), folds: 5);
        Console.WriteLine($"accuracy {folds.Accuracy:P1}, standard deviation over the folds {folds.AccuracyStandardDeviation:P1}");
        Console.WriteLine(folds.Confusion);
        // end
    }

    private static void AskHowManyTexts(TextSplit split)
    {
        // begin
        foreach (double fraction in new[] { 0.125, 0.25, 0.5 })
        {
            IReadOnlyList<LabeledText> part = StratifiedSplit.HoldOut(split.Training, fraction, seed: 1).HeldOut;
            Console.WriteLine($"{part.Count} texts: {TextClassifier.Train(part).Evaluate(split.HeldOut).Accuracy:P1}");
        }
        // end
    }

    private static void KnowPartsOfWords(TextSplit split)
    {
        // begin
        var subwords = new TrainingOptions { Tokenizer = new SubwordTokenizer() };
        TextClassifier knowsParts = TextClassifier.Train(split.Training, subwords);
        Console.WriteLine(knowsParts.Predict("An unbreakabel zipper!").KnownWordCount);
        // end
        Console.WriteLine($"{knowsParts.Vocabulary.Count} words and parts of words, accuracy {knowsParts.Evaluate(split.HeldOut).Accuracy:P1}");
    }

    private static void WatchAndStop(TextSplit split)
    {
        // begin
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        var progress = new Progress<TrainingProgress>(now =>
            Console.Error.Write($"\repoch {now.Epoch} of {now.EpochCount}, loss {now.Loss:F3}, {now.Remaining:mm\\:ss} left "));

        TrainingResult result = new Trainer().Train(split.Training, progress, limit.Token);
        Console.WriteLine($"{result.StopReason} after {result.Epochs.Length} epochs, {result.TrainingTime.TotalSeconds:F1} s");
        // end
    }

    private static void GoOnLater(TextSplit split)
    {
        // begin
        var options = new TrainingOptions { Checkpoint = "reviews.checkpoint" };
        TextClassifier trained = TextClassifier.Train(split.Training, options);   // run it again after a crash: it resumes
        // end
        Console.WriteLine($"{trained.Vocabulary.Count} words known");
        File.Delete("reviews.checkpoint");
    }
}
