using System.Data;
using System.Data.Common;
using MaxPoolConvNet;
using MaxPoolConvNet.Text;

// Trains on the rows of a database, with a time limit, and predicts.
using var table = new DataTable { Columns = { "label", "text" } };
foreach (LabeledText text in LabeledTextFile.Read(args[0]))
    table.Rows.Add(text.Label, text.Text);

using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
await using DbDataReader reader = table.CreateDataReader();
List<LabeledText> texts = await LabeledTextRows.ReadAsync(reader, cancellationToken: limit.Token).ToListAsync(limit.Token);
TextClassifier classifier = await Task.Run(() => TextClassifier.Train(texts, cancellationToken: limit.Token));
Console.WriteLine(classifier.Predict("It broke at once."));
