using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>What the customer can do about an enforcement action; the default value where there is nothing to do.</summary>
/// <remarks>An extensible enum: text that this version does not know is kept, and compares by ordinal equality.
/// <see langword="null"/>, an empty text and <see langword="default"/> are one value, which stands for "null or not
/// served by this revision". For <c>switch</c>, match <see cref="ToString"/> against the constants of
/// <see cref="Values"/>.</remarks>
/// <param name="value">The text as the service writes it; null and "" give the default value.</param>
[JsonConverter(typeof(ProfileValueConverter))]
public readonly partial struct RequiredAction(string? value)
{
    /// <summary>Verify the customer.</summary>
    public static RequiredAction Verify => new(Values.Verify);

    /// <summary>Whether this version of the library knows the value; false for the default value.</summary>
    public bool IsKnown => text is Values.Verify;

    /// <summary>The known value to act on: an unknown action counts as none, the default value.</summary>
    public RequiredAction Effective => IsKnown ? this : default;

    /// <summary>The texts of the known values, as constants for <c>switch</c> and attributes.</summary>
    public static class Values
    {
        /// <summary>Verify the customer.</summary>
        public const string Verify = "verify";
    }
}
