using Microsoft.Extensions.Logging;

namespace FluentProfiles.Mirror.References;

/// <summary>What is logged of references. No message has a reference or an id.</summary>
internal static partial class ReferenceLog
{
    [LoggerMessage(
        EventId = 30,
        EventName = "Duplicates",
        Level = LogLevel.Warning,
        Message = "A reference has {Profiles} profiles, and one of them is used. DuplicatesAsync() returns such references"
    )]
    public static partial void Duplicates(this ILogger logger, int profiles);

    [LoggerMessage(
        EventId = 31,
        EventName = "Unresolved",
        Level = LogLevel.Error,
        Message = "The response to a create was lost, and no profile was listed for the reference in time. UnresolvedClaimsAsync() returns such references"
    )]
    public static partial void Unresolved(this ILogger logger);
}
