using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>The kind of an enforcement action.</summary>
/// <remarks>An extensible enum: unknown values are preserved. Values are compared ordinally. <see langword="null"/>, an
/// empty string and <see langword="default"/> are equal, and mean "null, or not available in this revision". In a
/// <c>switch</c>, match <see cref="ToString"/> against the constants of <see cref="Values"/>.</remarks>
/// <param name="value">The string as the service writes it. Null and "" result in the default value.</param>
[JsonConverter(typeof(ProfileValueConverter))]
public readonly partial struct EnforcementActionType(string? value)
{
    /// <summary>Use is restricted.</summary>
    public static EnforcementActionType Restriction => new(Values.Restriction);

    /// <summary>Use is prohibited.</summary>
    public static EnforcementActionType Ban => new(Values.Ban);

    /// <summary>Gets a value that indicates whether this version of the library knows the value. False for the default
    /// value.</summary>
    public bool IsKnown => text is Values.Restriction or Values.Ban;

    /// <summary>The known value to act on: an unknown type becomes <see cref="Restriction"/>. The default value (not
    /// available) stays the default value.</summary>
    public EnforcementActionType Effective => this == default || IsKnown ? this : Restriction;

    /// <summary>The known values as string constants, for <c>switch</c> and attributes.</summary>
    public static class Values
    {
        /// <summary>Use is restricted.</summary>
        public const string Restriction = "restriction";

        /// <summary>Use is prohibited.</summary>
        public const string Ban = "ban";
    }
}
