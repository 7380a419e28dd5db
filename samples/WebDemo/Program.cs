using MaxPoolConvNet.Samples.WebDemo;

WebApplicationBuilder builder = WebApplication.CreateBuilder(
    new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddDemo();
WebApplication app = builder.Build();
app.MapDemo();
app.Services.GetRequiredService<FirstModel>().Make();
await app.RunAsync();
