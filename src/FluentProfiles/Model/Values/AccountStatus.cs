using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>The state of the customer's account with the platform, as the platform reported it.</summary>
/// <remarks>An extensible enum: unknown values are preserved. Values are compared ordinally. <see langword="null"/>, an
/// empty string and <see langword="default"/> are equal, and mean "null, or not available in this revision". In a
/// <c>switch</c>, match <see cref="ToString"/> against the constants of <see cref="Values"/>.</remarks>
/// <param name="value">The string as the service writes it. Null and "" result in the default value.</param>
[JsonConverter(typeof(ProfileValueConverter))]
public readonly partial struct AccountStatus(string? value)
{
    /// <summary>The account is active.</summary>
    public static AccountStatus Active => new(Values.Active);

    /// <summary>The account is temporarily suspended.</summary>
    public static AccountStatus Suspended => new(Values.Suspended);

    /// <summary>The account is blocked.</summary>
    public static AccountStatus Blocked => new(Values.Blocked);

    /// <summary>Gets a value that indicates whether this version of the library knows the value. False for the default
    /// value.</summary>
    public bool IsKnown => text is Values.Active or Values.Suspended or Values.Blocked;

    /// <summary>The known values as string constants, for <c>switch</c> and attributes.</summary>
    public static class Values
    {
        /// <summary>The account is active.</summary>
        public const string Active = "active";

        /// <summary>The account is temporarily suspended.</summary>
        public const string Suspended = "suspended";

        /// <summary>The account is blocked.</summary>
        public const string Blocked = "blocked";
    }
}
