using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>The kind of change that a <see cref="WebhookEvent"/> reports.</summary>
/// <remarks>An extensible enum: unknown values are preserved. Values are compared ordinally. <see langword="null"/>, an
/// empty string and <see langword="default"/> are equal. In a <c>switch</c>, match <see cref="ToString"/> against the
/// constants of <see cref="Values"/>.</remarks>
/// <param name="value">The string as the service writes it. Null and "" result in the default value.</param>
[JsonConverter(typeof(ProfileValueConverter))]
public readonly partial struct WebhookEventType(string? value)
{
    /// <summary>The service has taken an enforcement action against the customer.</summary>
    public static WebhookEventType UserProfileEnforcementActionOpened => new(Values.UserProfileEnforcementActionOpened);

    /// <summary>An enforcement action has ended.</summary>
    public static WebhookEventType UserProfileEnforcementActionResolved =>
        new(Values.UserProfileEnforcementActionResolved);

    /// <summary>The state of the customer's enrollment in a program has changed.</summary>
    public static WebhookEventType UserProfileProgramStatusUpdated => new(Values.UserProfileProgramStatusUpdated);

    /// <summary>Gets a value that indicates whether this version of the library knows the value. False for the default
    /// value, and for events of other features.</summary>
    public bool IsKnown =>
        text
            is Values.UserProfileEnforcementActionOpened
                or Values.UserProfileEnforcementActionResolved
                or Values.UserProfileProgramStatusUpdated;

    /// <summary>The known values as string constants, for <c>switch</c> and attributes.</summary>
    public static class Values
    {
        /// <summary>The service has taken an enforcement action against the customer.</summary>
        public const string UserProfileEnforcementActionOpened = "user_profile.enforcement_action_opened";

        /// <summary>An enforcement action has ended.</summary>
        public const string UserProfileEnforcementActionResolved = "user_profile.enforcement_action_resolved";

        /// <summary>The state of the customer's enrollment in a program has changed.</summary>
        public const string UserProfileProgramStatusUpdated = "user_profile.program_status_updated";
    }
}
