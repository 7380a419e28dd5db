using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>The endpoints of corrections and of labels to check.</summary>
internal static class CorrectionEndpoints
{
    public static void Map(IEndpointRouteBuilder routes, LimitOptions limits)
    {
        var json = new RequestSizeLimitAttribute(limits.RequestBytes);
        Describe(routes.MapPost("/feedback", StoreAsync).WithMetadata(json)).WithName("Feedback")
            .WithSummary("Stores the right label of a text, from which the model learns.");
        Describe(routes.MapPost("/feedback/delete", DeleteAsync).WithMetadata(json)).WithName("DeleteFeedback")
            .WithSummary("Deletes the correction of a text, if there is one. The model forgets it.");
        routes.MapGet("/corrections", (CorrectionStore store) => TypedResults.Ok(store.Current.All)).WithName("Corrections")
            .WithSummary("All corrections, the latest first.");
        routes.MapGet("/suspects", FindAsync).WithName("Suspects")
            .WithSummary("Labels of the starting texts that are probably wrong. The first request begins the search.");
    }

    private static RouteHandlerBuilder Describe(RouteHandlerBuilder change) => change
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status429TooManyRequests)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<Results<Ok<FeedbackAnswer>, ProblemHttpResult>> StoreAsync(
        FeedbackRequest request,
        TextRules rules,
        LabelRules labels,
        CorrectionStore store,
        StartingTexts starting,
        LearningRequests requests,
        CancellationToken cancellationToken)
    {
        if (rules.Objection(request.Text) is { } objection) return Problems.Bad(objection);
        if (labels.Objection(request.Label, request.IsNewLabel) is { } wrong) return Problems.Bad(wrong);
        StoredCorrection stored = await store.StoreAsync(request.Text!, request.Label!.Trim(), request.SeenVersion, cancellationToken);
        if (stored.IsConflict) return Problems.Conflict(stored.Current, "change");
        requests.Request();
        return TypedResults.Ok(new FeedbackAnswer(stored.Current!, starting.IsHeldOut(stored.Current!.Text)));
    }

    private static async Task<Results<Ok<DeleteFeedbackAnswer>, ProblemHttpResult>> DeleteAsync(
        DeleteFeedbackRequest request,
        TextRules rules,
        CorrectionStore store,
        LearningRequests requests,
        CancellationToken cancellationToken)
    {
        if (rules.Objection(request.Text) is { } objection) return Problems.Bad(objection);
        DeletedCorrection deleted = await store.DeleteAsync(request.Text!, request.SeenVersion, cancellationToken);
        if (deleted.Conflict is { } current) return Problems.Conflict(current, "delete");
        if (deleted.Version is not null) requests.Request();
        return TypedResults.Ok(new DeleteFeedbackAnswer(deleted.Version));
    }

    private static async Task<Results<Ok<SuspectList>, Accepted<SuspectList>>> FindAsync(SuspectSearch search)
    {
        SuspectList found = await search.FindAsync();
        return found.IsDone ? TypedResults.Ok(found) : TypedResults.Accepted((string?)null, found);
    }
}
