using MaxPoolConvNet.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>The endpoints that classify.</summary>
internal static class ClassifyEndpoints
{
    public static void Map(IEndpointRouteBuilder routes, LimitOptions limits)
    {
        var json = new RequestSizeLimitAttribute(limits.RequestBytes);
        routes.MapPost("/classify", Classify).WithMetadata(json).WithName("Classify").WithSummary("Classifies a text.")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
        routes.MapPost("/classify/many", ClassifyMany).WithMetadata(json).WithName("ClassifyMany")
            .WithSummary("Classifies many texts, the most doubtful first.")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
        routes.MapPost("/files", ClassifyFileAsync).WithMetadata(new RequestSizeLimitAttribute(limits.FileBytes)).WithName("ClassifyFile")
            .WithSummary("Classifies the texts of a file, the most doubtful first.")
            .Accepts<Stream>("application/octet-stream")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
    }

    private static Results<Ok<Answer>, ProblemHttpResult> Classify(ClassifyRequest request, TextRules rules, Answerer answerer) =>
        rules.Objection(request.Text) is { } objection ? Problems.Bad(objection) : TypedResults.Ok(answerer.Answer(request.Text!));

    private static Results<Ok<IReadOnlyList<ShortAnswer>>, ProblemHttpResult> ClassifyMany(
        ClassifyManyRequest request, TextRules rules, Answerer answerer, CancellationToken cancellationToken) =>
        rules.Objection(request.Texts) is { } objection
            ? Problems.Bad(objection)
            : TypedResults.Ok(answerer.AnswerAll(request.Texts!, cancellationToken));

    /// <param name="file">Texts: one per line, or a table or JSON with a column "text".</param>
    /// <param name="rules">The rules of texts.</param>
    /// <param name="answerer">Answers.</param>
    /// <param name="limits">The limits.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <param name="name">The name of the file, whose end may say its form.</param>
    private static async Task<Results<Ok<FileAnswer>, ProblemHttpResult>> ClassifyFileAsync(
        Stream file,
        TextRules rules,
        Answerer answerer,
        Microsoft.Extensions.Options.IOptions<LimitOptions> limits,
        CancellationToken cancellationToken,
        [FromQuery] string name = "file")
    {
        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancellationToken);
        content.Position = 0;
        string shown = Path.GetFileName(name) is { Length: > 0 } known ? known : "file";
        List<string> rows;
        try
        {
            rows = [.. TextFile.Read(content, shown).Take(limits.Value.FileTexts + 1)];
        }
        catch (InvalidDataException problem)
        {
            return Problems.Bad($"{problem.Message}. Send texts as lines, as a table or as JSON with a column \"text\".");
        }

        string[] texts = [.. rows.Where(row => !string.IsNullOrWhiteSpace(row))];
        if (rules.ObjectionToFile(shown, texts) is { } objection) return Problems.Bad(objection);
        IReadOnlyList<ShortAnswer> answers = answerer.AnswerAll(texts, cancellationToken);
        return TypedResults.Ok(new FileAnswer(rows.Count - texts.Length, answers.Count(one => one.Doubt is not null), answers));
    }
}
