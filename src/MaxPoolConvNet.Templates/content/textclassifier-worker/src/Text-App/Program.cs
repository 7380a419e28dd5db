using Text_App;

HostApplicationBuilder builder = Host.CreateApplicationBuilder(args);
IConfigurationSection settings = builder.Configuration.GetSection("Classifier");
Tickets.EnsureModel(Path.Combine(builder.Environment.ContentRootPath, settings["Path"]!));
builder.Services.AddTextClassifier(settings);
builder.Services.Configure<InboxOptions>(builder.Configuration.GetSection("Inbox"));
builder.Services.AddSingleton<Inbox>();
builder.Services.AddHostedService<InboxWorker>();
builder.Build().Run();
