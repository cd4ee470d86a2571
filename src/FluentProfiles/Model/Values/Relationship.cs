using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>How the platform relates to the customer; served by 2026-03-24 only, replaced by <see cref="AccessType"/>.</summary>
/// <remarks>An extensible enum: text that this version does not know is kept, and compares by ordinal equality.
/// <see langword="null"/>, an empty text and <see langword="default"/> are one value, which stands for "null or not
/// served by this revision". For <c>switch</c>, match <see cref="ToString"/> against the constants of
/// <see cref="Values"/>.</remarks>
/// <param name="value">The text as the service writes it; null and "" give the default value.</param>
[JsonConverter(typeof(ProfileValueConverter))]
public readonly partial struct Relationship(string? value)
{
    /// <summary>A customer of the platform.</summary>
    public static Relationship External => new(Values.External);

    /// <summary>A customer to whom the platform resells the API.</summary>
    public static Relationship Resold => new(Values.Resold);

    /// <summary>The platform itself.</summary>
    public static Relationship Internal => new(Values.Internal);

    /// <summary>Whether this version of the library knows the value; false for the default value.</summary>
    public bool IsKnown => text is Values.External or Values.Resold or Values.Internal;

    /// <summary>The texts of the known values, as constants for <c>switch</c> and attributes.</summary>
    public static class Values
    {
        /// <summary>A customer of the platform.</summary>
        public const string External = "external";

        /// <summary>A customer to whom the platform resells the API.</summary>
        public const string Resold = "resold";

        /// <summary>The platform itself.</summary>
        public const string Internal = "internal";
    }
}
