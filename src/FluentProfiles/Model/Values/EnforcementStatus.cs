using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>What the service currently allows the customer behind a profile to do.</summary>
/// <remarks>An extensible enum: text that this version does not know is kept, and compares by ordinal equality.
/// <see langword="null"/>, an empty text and <see langword="default"/> are one value, which stands for "null or not
/// served by this revision". For <c>switch</c>, match <see cref="ToString"/> against the constants of
/// <see cref="Values"/>.</remarks>
/// <param name="value">The text as the service writes it; null and "" give the default value.</param>
[JsonConverter(typeof(ProfileValueConverter))]
public readonly partial struct EnforcementStatus(string? value)
{
    /// <summary>No enforcement is in force.</summary>
    public static EnforcementStatus Unrestricted => new(Values.Unrestricted);

    /// <summary>A decision is under way.</summary>
    public static EnforcementStatus Pending => new(Values.Pending);

    /// <summary>Some use is restricted.</summary>
    public static EnforcementStatus Restricted => new(Values.Restricted);

    /// <summary>All use is refused.</summary>
    public static EnforcementStatus Banned => new(Values.Banned);

    /// <summary>Whether this version of the library knows the value; false for the default value.</summary>
    public bool IsKnown => text is Values.Unrestricted or Values.Pending or Values.Restricted or Values.Banned;

    /// <summary>The known value to act on: the service asks clients to take a status that they do not know for
    /// <see cref="Restricted"/>. The default value (not served) stays the default value.</summary>
    public EnforcementStatus Effective => this == default || IsKnown ? this : Restricted;

    /// <summary>The texts of the known values, as constants for <c>switch</c> and attributes.</summary>
    public static class Values
    {
        /// <summary>No enforcement is in force.</summary>
        public const string Unrestricted = "unrestricted";

        /// <summary>A decision is under way.</summary>
        public const string Pending = "pending";

        /// <summary>Some use is restricted.</summary>
        public const string Restricted = "restricted";

        /// <summary>All use is refused.</summary>
        public const string Banned = "banned";
    }
}
