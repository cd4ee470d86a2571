using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>The kind of an enforcement action.</summary>
/// <remarks>An extensible enum: text that this version does not know is kept, and compares by ordinal equality.
/// <see langword="null"/>, an empty text and <see langword="default"/> are one value, which stands for "null or not
/// served by this revision". For <c>switch</c>, match <see cref="ToString"/> against the constants of
/// <see cref="Values"/>.</remarks>
/// <param name="value">The text as the service writes it; null and "" give the default value.</param>
[JsonConverter(typeof(ProfileValueConverter))]
public readonly partial struct EnforcementActionType(string? value)
{
    /// <summary>Use is restricted.</summary>
    public static EnforcementActionType Restriction => new(Values.Restriction);

    /// <summary>Use is refused.</summary>
    public static EnforcementActionType Ban => new(Values.Ban);

    /// <summary>Whether this version of the library knows the value; false for the default value.</summary>
    public bool IsKnown => text is Values.Restriction or Values.Ban;

    /// <summary>The known value to act on: an unknown type counts as <see cref="Restriction"/>. The default value (not
    /// served) stays the default value.</summary>
    public EnforcementActionType Effective => this == default || IsKnown ? this : Restriction;

    /// <summary>The texts of the known values, as constants for <c>switch</c> and attributes.</summary>
    public static class Values
    {
        /// <summary>Use is restricted.</summary>
        public const string Restriction = "restriction";

        /// <summary>Use is refused.</summary>
        public const string Ban = "ban";
    }
}
