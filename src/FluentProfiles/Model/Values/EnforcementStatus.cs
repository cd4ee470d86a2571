using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>What the service currently allows the customer behind a profile to do.</summary>
/// <remarks>An extensible enum: unknown values are preserved. Values are compared ordinally. <see langword="null"/>, an
/// empty string and <see langword="default"/> are equal, and mean "null, or not available in this revision". In a
/// <c>switch</c>, match <see cref="ToString"/> against the constants of <see cref="Values"/>.</remarks>
/// <param name="value">The string as the service writes it. Null and "" result in the default value.</param>
[JsonConverter(typeof(ProfileValueConverter))]
public readonly partial struct EnforcementStatus(string? value)
{
    /// <summary>There are no restrictions.</summary>
    public static EnforcementStatus Unrestricted => new(Values.Unrestricted);

    /// <summary>A decision is pending.</summary>
    public static EnforcementStatus Pending => new(Values.Pending);

    /// <summary>Some use is restricted.</summary>
    public static EnforcementStatus Restricted => new(Values.Restricted);

    /// <summary>All use is prohibited.</summary>
    public static EnforcementStatus Banned => new(Values.Banned);

    /// <summary>Gets a value that indicates whether this version of the library knows the value. False for the default
    /// value.</summary>
    public bool IsKnown => text is Values.Unrestricted or Values.Pending or Values.Restricted or Values.Banned;

    /// <summary>The known value to act on: the service requires clients to treat an unknown status as
    /// <see cref="Restricted"/>. The default value (not available) stays the default value.</summary>
    public EnforcementStatus Effective => this == default || IsKnown ? this : Restricted;

    /// <summary>The known values as string constants, for <c>switch</c> and attributes.</summary>
    public static class Values
    {
        /// <summary>There are no restrictions.</summary>
        public const string Unrestricted = "unrestricted";

        /// <summary>A decision is pending.</summary>
        public const string Pending = "pending";

        /// <summary>Some use is restricted.</summary>
        public const string Restricted = "restricted";

        /// <summary>All use is prohibited.</summary>
        public const string Banned = "banned";
    }
}
