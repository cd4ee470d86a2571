using FluentProfiles;
using Microsoft.AspNetCore.Diagnostics;

namespace Tenants;

public sealed class ProfilesExceptionHandler(IProblemDetailsService problems) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken ct)
    {
        if (exception is not ProfilesException)
            return false;
        context.Response.StatusCode = exception
            is ProfilesRateLimitException
                or ProfilesOverloadedException
                or ProfilesBudgetException
            ? StatusCodes.Status503ServiceUnavailable
            : StatusCodes.Status502BadGateway;
        if (exception is ProfilesApiException { RetryAfter: { } wait })
            context.Response.Headers.RetryAfter = $"{Math.Ceiling(wait.TotalSeconds)}";
        return await problems.TryWriteAsync(new() { HttpContext = context });
    }
}
