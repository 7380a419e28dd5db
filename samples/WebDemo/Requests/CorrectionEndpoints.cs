using MaxPoolConvNet.Extensions.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>The endpoints of corrections and of labels to check.</summary>
internal static class CorrectionEndpoints
{
    public static void Map(IEndpointRouteBuilder routes, LimitOptions limits)
    {
        routes.MapPost("/feedback", StoreAsync).WithMetadata(new RequestSizeLimitAttribute(limits.RequestBytes)).WithName("Feedback")
            .WithSummary("Stores the right label of a text, from which the model learns.")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status429TooManyRequests)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        routes.MapGet("/corrections", (CorrectionStore store) => TypedResults.Ok(store.All)).WithName("Corrections")
            .WithSummary("All corrections, the latest first.");
        routes.MapGet("/suspects", FindAsync).WithName("Suspects")
            .WithSummary("Labels of the starting texts that are probably wrong. The first request begins the search.");
    }

    private static async Task<Results<Ok<FeedbackAnswer>, ProblemHttpResult>> StoreAsync(
        FeedbackRequest request,
        TextRules rules,
        ITextClassifierService service,
        CorrectionStore store,
        StartingTexts starting,
        LearningRequests requests,
        CancellationToken cancellationToken)
    {
        if (rules.Objection(request.Text) is { } objection) return Problems.Bad(objection);
        IReadOnlyList<string> labels = service.Current.Classifier.Labels;
        if (request.Label is not { } label || !labels.Contains(label))
        {
            string known = string.Join(", ", labels.Select(one => $"'{one}'"));
            return Problems.Bad($"\"label\" is '{request.Label}'; one of {known} was expected.");
        }

        StoredCorrection stored = await store.StoreAsync(request.Text!, label, request.SeenVersion, cancellationToken);
        if (stored.IsConflict) return Problems.Conflict(stored.Current);
        requests.Request();
        return TypedResults.Ok(new FeedbackAnswer(stored.Current, starting.IsHeldOut(stored.Current.Text)));
    }

    private static async Task<Results<Ok<SuspectList>, Accepted<SuspectList>>> FindAsync(SuspectSearch search)
    {
        SuspectList found = await search.FindAsync();
        return found.IsDone ? TypedResults.Ok(found) : TypedResults.Accepted((string?)null, found);
    }
}
