using System.Globalization;

namespace Mirror.Serving.Failing;

/// <summary>Answers every failure as a problem that the page can show. The details are in the log alone.</summary>
internal static partial class Failures
{
    public static async Task Answer(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        // A visitor who has left gets no answer, and one that has begun can't be taken back.
        catch (Exception failure) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            var problem = Problem.Of(failure);
            Log(
                context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Failures).FullName!),
                problem.Status < StatusCodes.Status500InternalServerError ? LogLevel.Information : LogLevel.Error,
                failure,
                context.GetEndpoint()?.DisplayName,
                problem.Status
            );
            if (problem.RetryAfter is { } wait)
                context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds)
                    .ToString(CultureInfo.InvariantCulture);
            await Results.Problem(problem.Words, statusCode: problem.Status).ExecuteAsync(context);
        }
    }

    [LoggerMessage(Message = "{Endpoint} was answered with {Status}.")]
    private static partial void Log(ILogger log, LogLevel level, Exception failure, string? endpoint, int status);
}
