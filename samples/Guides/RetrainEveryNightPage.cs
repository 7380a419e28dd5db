using System.Data.Common;
using System.Globalization;
using MaxPoolConvNet;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Guides;

/// <summary>The code of retrain-every-night.md.</summary>
internal static class RetrainEveryNightPage
{
    public static async Task RunAsync()
    {
        await FillAsync();
        TextSplit split = await ReadAsync(CancellationToken.None);
        TextClassifier candidate = Train(split, CancellationToken.None);
        candidate.Save("deployed.safetensors"); // what an earlier night did
        Promote(candidate, split);
        RollBack();
    }

    private static async Task<TextSplit> ReadAsync(CancellationToken stop)
    {
        // begin
        await using var connection = new SqliteConnection("Data Source=tickets.db");
        await connection.OpenAsync(stop);
        await using SqliteCommand query = connection.CreateCommand();
        query.CommandText = "SELECT id, category, message FROM tickets WHERE category <> ''";
        await using DbDataReader reader = await query.ExecuteReaderAsync(stop);
        List<(string Key, LabeledText Text)> rows = [];
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
        const string Deployed = "deployed.safetensors", Previous = "previous.safetensors";
        ComparisonReport report = ModelComparison.Run(
            TextClassifier.Load(Deployed), candidate, split.HeldOut, new ModelComparisonOptions { Margin = 0.005 });
        Console.WriteLine(report);
        bool isGoodEnough = !report.IsSignificantlyWorse && report.LabelsOnlyInFirst.IsEmpty;
        Console.WriteLine(isGoodEnough ? "promoted" : "kept the deployed one");
        if (isGoodEnough)
        {
            File.Copy(Deployed, Previous, overwrite: true);
            candidate.Save(Deployed, new SaveOptions
            {
                Metadata = new Dictionary<string, string> { ["accuracy"] = report.Accuracy.Second.ToString("F4", CultureInfo.InvariantCulture) },
            });
        }
        // end
    }

    private static void RollBack()
    {
        // begin
        File.Copy("previous.safetensors", "deployed.new", overwrite: true);
        File.Move("deployed.new", "deployed.safetensors", overwrite: true);   // whole, as a reader sees it
        // end
    }

    private static async Task FillAsync()
    {
        File.Delete("tickets.db");
        await using var connection = new SqliteConnection("Data Source=tickets.db;Pooling=False");
        await connection.OpenAsync();
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "CREATE TABLE tickets (id INTEGER PRIMARY KEY, category TEXT NOT NULL, message TEXT NOT NULL)";
        await command.ExecuteNonQueryAsync();
        await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync();
        command.Transaction = transaction;
        command.CommandText = "INSERT INTO tickets (category, message) VALUES ($category, $message)";
        SqliteParameter category = command.Parameters.Add("$category", SqliteType.Text);
        SqliteParameter message = command.Parameters.Add("$message", SqliteType.Text);
        foreach (LabeledText text in LabeledTextFile.Read("reviews.csv"))
        {
            (category.Value, message.Value) = (text.Label, text.Text);
            await command.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
    }
}
