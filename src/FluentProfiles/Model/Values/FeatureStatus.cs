using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>The state of a feature of the EFS program for a customer.</summary>
/// <remarks>An extensible enum: unknown values are preserved. Values are compared ordinally. <see langword="null"/>, an
/// empty string and <see langword="default"/> are equal, and mean "null, or not available in this revision". In a
/// <c>switch</c>, match <see cref="ToString"/> against the constants of <see cref="Values"/>.</remarks>
/// <param name="value">The string as the service writes it. Null and "" result in the default value.</param>
[JsonConverter(typeof(ProfileValueConverter))]
public readonly partial struct FeatureStatus(string? value)
{
    /// <summary>The feature or tier is active.</summary>
    public static FeatureStatus Active => new(Values.Active);

    /// <summary>The feature or tier is not active.</summary>
    public static FeatureStatus Inactive => new(Values.Inactive);

    /// <summary>Gets a value that indicates whether this version of the library knows the value. False for the default
    /// value.</summary>
    public bool IsKnown => text is Values.Active or Values.Inactive;

    /// <summary>The known values as string constants, for <c>switch</c> and attributes.</summary>
    public static class Values
    {
        /// <summary>The feature or tier is active.</summary>
        public const string Active = "active";

        /// <summary>The feature or tier is not active.</summary>
        public const string Inactive = "inactive";
    }
}
