using Microsoft.Extensions.Logging;

namespace FluentProfiles.Hosting;

/// <summary>What the package logs. None of it holds a key, an id or another value of a customer's.</summary>
internal static partial class HostingLog
{
    [LoggerMessage(
        EventId = 1,
        EventName = "ReloadRefused",
        Level = LogLevel.Error,
        Message = "The reloaded options of FluentProfiles are refused, and those before stay in force: {Reason}"
    )]
    public static partial void ReloadRefused(this ILogger logger, string reason);
}
