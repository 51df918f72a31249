using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using Samla.Web.Common;

namespace Samla.Web.Check;

/// <summary>How much checking one server takes on; set under "Check" in the configuration.</summary>
public sealed class CheckLimits
{
    /// <summary>Files that one address may have checked in a minute.</summary>
    public int PerMinute { get; set; } = 60;

    /// <summary>Files that are in memory and checked at the same time.</summary>
    public int AtOnce { get; set; } = Environment.ProcessorCount;

    /// <summary>Files that may wait for their turn.</summary>
    public int Waiting { get; set; } = 32;
}

/// <summary>Lets a few files in at a time, before they are read, and sends too eager a sender away.</summary>
internal sealed class CheckQueue(IOptions<CheckLimits> limits) : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> _limiter = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<HttpContext, string>(http => SenderLimit.Of(http, limits.Value.PerMinute)),
        PartitionedRateLimiter.Create<HttpContext, string>(_ => OfAll(limits.Value))
    );

    public async ValueTask<object?> Run(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        using var lease = await _limiter.AcquireAsync(http, 1, http.RequestAborted);
        if (lease.IsAcquired)
        {
            return await next(context);
        }

        http.Response.Headers.RetryAfter = "60";
        return CheckEndpoint.Page(Refusal.Busy);
    }

    public void Dispose() => _limiter.Dispose();

    private static RateLimitPartition<string> OfAll(CheckLimits limits) =>
        RateLimitPartition.GetConcurrencyLimiter(
            "",
            _ => new ConcurrencyLimiterOptions { PermitLimit = limits.AtOnce, QueueLimit = limits.Waiting }
        );
}
