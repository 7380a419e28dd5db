using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>Limits how many requests come from one address.</summary>
internal static class RequestRate
{
    private const int SegmentsPerWindow = 10;

    public static void Add(IServiceCollection services)
    {
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<LimitOptions>>((options, limits) =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (context, _) => RejectAsync(context, limits.Value);
            var window = new SlidingWindowRateLimiterOptions
            {
                PermitLimit = limits.Value.Requests,
                Window = limits.Value.Window,
                SegmentsPerWindow = SegmentsPerWindow,
            };
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                RateLimitPartition.GetSlidingWindowLimiter(context.Connection.RemoteIpAddress?.ToString() ?? "", _ => window));
        });
    }

    private static async ValueTask RejectAsync(OnRejectedContext context, LimitOptions limits)
    {
        HttpContext http = context.HttpContext;
        string seconds = Math.Ceiling(limits.Window.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        http.Response.Headers.RetryAfter = seconds;
        await http.RequestServices.GetRequiredService<IProblemDetailsService>().WriteAsync(new ProblemDetailsContext
        {
            HttpContext = http,
            ProblemDetails =
            {
                Status = StatusCodes.Status429TooManyRequests,
                Title = "Too many requests.",
                Detail = $"More than {limits.Requests} requests came in {seconds} s. Wait, or send many texts at once to /classify/many.",
            },
        });
    }
}
