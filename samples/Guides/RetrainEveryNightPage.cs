using System.Data;
using System.Data.Common;
using System.Globalization;
using MaxPoolConvNet;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;
using Microsoft.Extensions.Logging.Abstractions;

namespace Guides;

/// <summary>The code of retrain-every-night.md.</summary>
internal static class RetrainEveryNightPage
{
    public static async Task RunAsync()
    {
        using DataTable table = TicketTable();
        await using DbDataReader reader = table.CreateDataReader();
        TextSplit split = await ReadAsync(reader, CancellationToken.None);
        TextClassifier candidate = Train(split, CancellationToken.None);
        candidate.Save("deployed.safetensors");
        Promote(candidate, split);
    }

    private static async Task<TextSplit> ReadAsync(DbDataReader reader, CancellationToken stop)
    {
        // begin
        List<(string Key, LabeledText Text)> rows = [];   // SELECT id, category, message FROM tickets
        while (await reader.ReadAsync(stop))
            rows.Add((reader.GetInt64(0).ToString(CultureInfo.InvariantCulture), new LabeledText(reader.GetString(1), reader.GetString(2))));
        TextSplit split = KeyedSplit.HoldOut(rows, fraction: 0.2, seed: 1);
        // end
        return split;
    }

    private static TextClassifier Train(TextSplit split, CancellationToken stop)
    {
        NullLogger<Trainer> logger = NullLogger<Trainer>.Instance;

        // begin
        TrainingResult result = new Trainer(logger: logger).Train(split.Training, cancellationToken: stop);
        if (result.StopReason == StopReason.Cancelled) throw new OperationCanceledException(stop);
        if (result.LabelDoubt is { } doubt) throw new InvalidDataException(doubt);
        TextClassifier candidate = result.Classifier;
        // end
        return candidate;
    }

    private static void Promote(TextClassifier candidate, TextSplit split)
    {
        // begin
        const double Tolerance = 0.005;
        EvaluationReport tonight = candidate.Evaluate(split.HeldOut);
        EvaluationReport deployed = TextClassifier.Load("deployed.safetensors").Evaluate(split.HeldOut);
        bool isGoodEnough = tonight.Accuracy >= deployed.Accuracy - Tolerance && deployed.Classes.All(label => candidate.Labels.Contains(label.Label));
        Console.WriteLine($"tonight {tonight.Accuracy:P2}, deployed {deployed.Accuracy:P2}: {(isGoodEnough ? "promoted" : "kept the deployed one")}");
        if (isGoodEnough)
        {
            candidate.Save("deployed.safetensors", new SaveOptions
            {
                Metadata = new Dictionary<string, string> { ["accuracy"] = tonight.Accuracy.ToString("F4", CultureInfo.InvariantCulture) },
            });
        }
        // end
    }

    private static DataTable TicketTable()
    {
        var table = new DataTable { Locale = CultureInfo.InvariantCulture };
        table.Columns.Add("id", typeof(long));
        table.Columns.Add("category", typeof(string));
        table.Columns.Add("message", typeof(string));
        long id = 0;
        foreach (LabeledText text in LabeledTextFile.Read("reviews.csv"))
            table.Rows.Add(++id, text.Label, text.Text);
        return table;
    }
}
