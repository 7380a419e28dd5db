using Microsoft.Net.Http.Headers;

namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>Adds the headers that keep the page to itself: it loads nothing from elsewhere, and nobody puts it into a frame.</summary>
internal static class PageHeaders
{
    private const string Policy = "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'";

    public static Task AddAsync(HttpContext context, RequestDelegate next)
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers[HeaderNames.ContentSecurityPolicy] = Policy;
        headers[HeaderNames.XContentTypeOptions] = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers[HeaderNames.CacheControl] = "no-cache";
        return next(context);
    }
}
