using Microsoft.Extensions.Options;

namespace FluentProfiles.Hosting;

/// <summary>The messages that may be shown. Those of the library hold no credential; those of other code may.</summary>
internal static class OwnMessage
{
    /// <summary>Returns the message of an exception, or null if it may not be shown.</summary>
    public static string? Of(Exception failure) =>
        failure is ProfilesException or OptionsValidationException ? failure.Message : null;
}
