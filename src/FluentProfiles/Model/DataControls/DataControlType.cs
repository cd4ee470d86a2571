using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>The type of a data control, which states whether it is enabled.</summary>
/// <remarks>An extensible enum: unknown values are preserved. Values are compared ordinally. <see langword="null"/>, an
/// empty string and <see langword="default"/> are equal, and mean "null or missing". In a <c>switch</c>, match
/// <see cref="ToString"/> against the constants of <see cref="Values"/>.</remarks>
/// <param name="value">The string as the service writes it. Null and "" result in the default value.</param>
[JsonConverter(typeof(ProfileValueConverter))]
public readonly partial struct DataControlType(string? value)
{
    /// <summary>The control is disabled.</summary>
    public static DataControlType Disabled => new(Values.Disabled);

    /// <summary>The control is enabled.</summary>
    public static DataControlType Enabled => new(Values.Enabled);

    /// <summary>Gets a value that indicates whether this version of the library knows the value. False for the default
    /// value.</summary>
    public bool IsKnown => text is Values.Disabled or Values.Enabled;

    /// <summary>The known values as string constants, for <c>switch</c> and attributes.</summary>
    public static class Values
    {
        /// <summary>The control is disabled.</summary>
        public const string Disabled = "disabled";

        /// <summary>The control is enabled.</summary>
        public const string Enabled = "enabled";
    }
}
