using System.Text;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

// Trains with options from appsettings.json; here from a string.
const string Json = """{ "Training": { "Epochs": 4, "Dropout": 0.3, "Network": { "Filters": [ { "Width": 2, "Count": 50 }, { "Width": 4, "Count": 20 } ] } } }""";
IConfiguration configuration = new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(Json))).Build();
TrainingOptions options = configuration.GetSection("Training").Get<TrainingOptions>()!;
TrainingResult result = new Trainer(options).Train(LabeledTextFile.Read(args[0]));
Console.WriteLine($"{result.Epochs.Length} epochs; filters {string.Join(", ", result.Options.Network.Filters!)}");
return options.Epochs == 4 && options.Dropout == 0.3 && options.Network.Filters is [{ Width: 2, Count: 50 }, { Width: 4, Count: 20 }] ? 0 : 1;
