using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>Whether a data control is on.</summary>
/// <remarks>An extensible enum: text that this version does not know is kept, and compares by ordinal equality.
/// <see langword="null"/>, an empty text and <see langword="default"/> are one value, which stands for "null or
/// missing". For <c>switch</c>, match <see cref="ToString"/> against the constants of
/// <see cref="Values"/>.</remarks>
/// <param name="value">The text as the service writes it; null and "" give the default value.</param>
[JsonConverter(typeof(ProfileValueConverter))]
public readonly partial struct DataControlType(string? value)
{
    /// <summary>The control is off.</summary>
    public static DataControlType Disabled => new(Values.Disabled);

    /// <summary>The control is on.</summary>
    public static DataControlType Enabled => new(Values.Enabled);

    /// <summary>Whether this version of the library knows the value; false for the default value.</summary>
    public bool IsKnown => text is Values.Disabled or Values.Enabled;

    /// <summary>The texts of the known values, as constants for <c>switch</c> and attributes.</summary>
    public static class Values
    {
        /// <summary>The control is off.</summary>
        public const string Disabled = "disabled";

        /// <summary>The control is on.</summary>
        public const string Enabled = "enabled";
    }
}
