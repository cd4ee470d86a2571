using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>The platform's relationship to the customer. Available in 2026-03-24 only, and replaced by
/// <see cref="AccessType"/>.</summary>
/// <remarks>An extensible enum: unknown values are preserved. Values are compared ordinally. <see langword="null"/>, an
/// empty string and <see langword="default"/> are equal, and mean "null, or not available in this revision". In a
/// <c>switch</c>, match <see cref="ToString"/> against the constants of <see cref="Values"/>.</remarks>
/// <param name="value">The string as the service writes it. Null and "" result in the default value.</param>
[JsonConverter(typeof(ProfileValueConverter))]
public readonly partial struct Relationship(string? value)
{
    /// <summary>A customer of the platform.</summary>
    public static Relationship External => new(Values.External);

    /// <summary>A customer to whom the platform resells the API.</summary>
    public static Relationship Resold => new(Values.Resold);

    /// <summary>The platform itself.</summary>
    public static Relationship Internal => new(Values.Internal);

    /// <summary>Gets a value that indicates whether this version of the library knows the value. False for the default
    /// value.</summary>
    public bool IsKnown => text is Values.External or Values.Resold or Values.Internal;

    /// <summary>The known values as string constants, for <c>switch</c> and attributes.</summary>
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
