using Microsoft.Extensions.Logging;

namespace FluentProfiles.AspNetCore.Receiving;

/// <summary>What webhook endpoints log. No message has an id, a signature, a secret or part of a body. Only the exception of a
/// handler, which is attached, may have them, because its text is the application's.</summary>
internal static partial class WebhookLog
{
    [LoggerMessage(
        EventId = 1,
        EventName = "HandlerFailed",
        Level = LogLevel.Error,
        Message = "A handler of webhooks has failed with {ErrorType}. The endpoint responds with 503 until handlers succeed, and the service delivers again"
    )]
    public static partial void HandlerFailed(this ILogger logger, string errorType, Exception failure);

    [LoggerMessage(
        EventId = 2,
        EventName = "WrongSignatures",
        Level = LogLevel.Warning,
        Message = "{Count} webhooks in a row have a signature that matches none of the secrets, and were rejected with 401. If the secret was replaced, set the new one; otherwise somebody else posts to the endpoint. This is not logged again until a signature matches"
    )]
    public static partial void WrongSignatures(this ILogger logger, int count);

    [LoggerMessage(
        EventId = 3,
        EventName = "SignaturesMatch",
        Level = LogLevel.Information,
        Message = "A signature of a webhook matches again, after {Count} that did not"
    )]
    public static partial void SignaturesMatch(this ILogger logger, int count);

    [LoggerMessage(
        EventId = 4,
        EventName = "SecretsRefused",
        Level = LogLevel.Error,
        Message = "The reloaded secrets of webhooks are invalid, and the previous ones stay in force: {Reason}"
    )]
    public static partial void SecretsRefused(this ILogger logger, string reason);

    [LoggerMessage(
        EventId = 5,
        EventName = "Rejected",
        Level = LogLevel.Debug,
        Message = "A webhook was rejected with {Status}: {Reason}"
    )]
    public static partial void Rejected(this ILogger logger, string reason, int status);

    [LoggerMessage(
        EventId = 6,
        EventName = "OptionsRefused",
        Level = LogLevel.Error,
        Message = "The reloaded options of webhooks are invalid, so the previous options stay in force: {Reason}"
    )]
    public static partial void OptionsRefused(this ILogger logger, string reason);
}
