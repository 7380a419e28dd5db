using MaxPoolConvNet;

// Serves the three most probable labels of a text; asks itself once and ends.
var classifier = TextClassifier.Load(args[0]);
WebApplication app = WebApplication.CreateBuilder().Build();
app.Urls.Add("http://127.0.0.1:0");
app.MapGet("/", (string text) => classifier.Score(text).Top(3));
await app.StartAsync();
using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
Console.WriteLine(await client.GetStringAsync("?text=lovely%20towels"));
