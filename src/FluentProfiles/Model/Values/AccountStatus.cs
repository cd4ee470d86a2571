using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>The state of the customer's account with the platform, as the platform reported it.</summary>
/// <remarks>An extensible enum: text that this version does not know is kept, and compares by ordinal equality.
/// <see langword="null"/>, an empty text and <see langword="default"/> are one value, which stands for "null or not
/// served by this revision". For <c>switch</c>, match <see cref="ToString"/> against the constants of
/// <see cref="Values"/>.</remarks>
/// <param name="value">The text as the service writes it; null and "" give the default value.</param>
[JsonConverter(typeof(ProfileValueConverter))]
public readonly partial struct AccountStatus(string? value)
{
    /// <summary>The account is in use.</summary>
    public static AccountStatus Active => new(Values.Active);

    /// <summary>The account is suspended for now.</summary>
    public static AccountStatus Suspended => new(Values.Suspended);

    /// <summary>The account is blocked.</summary>
    public static AccountStatus Blocked => new(Values.Blocked);

    /// <summary>Whether this version of the library knows the value; false for the default value.</summary>
    public bool IsKnown => text is Values.Active or Values.Suspended or Values.Blocked;

    /// <summary>The texts of the known values, as constants for <c>switch</c> and attributes.</summary>
    public static class Values
    {
        /// <summary>The account is in use.</summary>
        public const string Active = "active";

        /// <summary>The account is suspended for now.</summary>
        public const string Suspended = "suspended";

        /// <summary>The account is blocked.</summary>
        public const string Blocked = "blocked";
    }
}
