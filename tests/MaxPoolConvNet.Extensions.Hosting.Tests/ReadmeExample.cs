using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace MaxPoolConvNet.Extensions.Hosting.Tests;

/// <summary>The code of the package's README.</summary>
internal static class ReadmeExample
{
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder> test)
    {
        // begin
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(args);
        builder.Services.AddTextClassifier("tickets", builder.Configuration.GetSection("Tickets"));
        builder.Services.AddHealthChecks().AddTextClassifier("tickets");
        // end
        test(builder);
        // begin
        WebApplication app = builder.Build();
        app.MapPost("/predict", (Ticket ticket, [FromKeyedServices("tickets")] ITextClassifierService tickets) =>
        {
            TextClassifierSnapshot current = tickets.Current;   // once: label and checksum come from the same model
            Prediction prediction = current.Predict(ticket.Text);
            return new Answer(current.Accepts(prediction) ? prediction.Label : null, prediction.Probability, current.Checksum);
        });
        app.MapHealthChecks("/health");
        // end
        return app;
    }

    // begin
    internal sealed record Ticket(string Text);

    internal sealed record Answer(string? Label, double Probability, string Model);
    // end
}
