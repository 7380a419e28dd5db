using MaxPoolConvNet.Extensions.Hosting;
using Text_App;

WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(args);
IConfigurationSection settings = builder.Configuration.GetSection("Classifier");
Tickets.EnsureModel(Path.Combine(builder.Environment.ContentRootPath, settings["Path"]!));
builder.Services.AddTextClassifier(settings);
builder.Services.AddHealthChecks().AddTextClassifier();
builder.Services.ConfigureHttpJsonOptions(ApiJson.Configure);
WebApplication app = builder.Build();
app.MapPost("/predict", (Ticket ticket, ITextClassifierService classifier) => Answer.Of(ticket.Text, classifier.Current));
app.MapHealthChecks("/health");
app.Run();
