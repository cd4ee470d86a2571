using FluentProfiles;

namespace Mirror.Serving;

/// <summary>Answers what the library throws as a problem that the page can show.</summary>
internal static class Failures
{
    public static async Task Answer(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (ProfilesException failure) when (!context.Response.HasStarted)
        {
            var status = failure switch
            {
                MirrorNotReadyException => StatusCodes.Status503ServiceUnavailable,
                ProfilesNotFoundException => StatusCodes.Status404NotFound,
                _ => StatusCodes.Status502BadGateway,
            };
            await Results.Problem(failure.Message, statusCode: status).ExecuteAsync(context);
        }
    }
}
