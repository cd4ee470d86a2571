using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>Whether a feature of the EFS program is in force for the customer.</summary>
/// <remarks>An extensible enum: text that this version does not know is kept, and compares by ordinal equality.
/// <see langword="null"/>, an empty text and <see langword="default"/> are one value, which stands for "null or not
/// served by this revision". For <c>switch</c>, match <see cref="ToString"/> against the constants of
/// <see cref="Values"/>.</remarks>
/// <param name="value">The text as the service writes it; null and "" give the default value.</param>
[JsonConverter(typeof(ProfileValueConverter))]
public readonly partial struct FeatureStatus(string? value)
{
    /// <summary>In force.</summary>
    public static FeatureStatus Active => new(Values.Active);

    /// <summary>Not in force.</summary>
    public static FeatureStatus Inactive => new(Values.Inactive);

    /// <summary>Whether this version of the library knows the value; false for the default value.</summary>
    public bool IsKnown => text is Values.Active or Values.Inactive;

    /// <summary>The texts of the known values, as constants for <c>switch</c> and attributes.</summary>
    public static class Values
    {
        /// <summary>In force.</summary>
        public const string Active = "active";

        /// <summary>Not in force.</summary>
        public const string Inactive = "inactive";
    }
}
