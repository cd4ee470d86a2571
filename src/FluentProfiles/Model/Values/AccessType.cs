using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>How the end customer accesses Claude.</summary>
/// <remarks>An extensible enum: unknown values are preserved. Values are compared ordinally. <see langword="null"/>, an
/// empty string and <see langword="default"/> are equal, and mean "null, or not available in this revision". In a
/// <c>switch</c>, match <see cref="ToString"/> against the constants of <see cref="Values"/>.</remarks>
/// <param name="value">The string as the service writes it. Null and "" result in the default value.</param>
[JsonConverter(typeof(ProfileValueConverter))]
public readonly partial struct AccessType(string? value)
{
    /// <summary>Through an application of the platform.</summary>
    public static AccessType Application => new(Values.Application);

    /// <summary>Through the API, which the platform resells.</summary>
    public static AccessType Passthrough => new(Values.Passthrough);

    /// <summary>Gets a value that indicates whether this version of the library knows the value. False for the default
    /// value.</summary>
    public bool IsKnown => text is Values.Application or Values.Passthrough;

    /// <summary>The known values as string constants, for <c>switch</c> and attributes.</summary>
    public static class Values
    {
        /// <summary>Through an application of the platform.</summary>
        public const string Application = "application";

        /// <summary>Through the API, which the platform resells.</summary>
        public const string Passthrough = "passthrough";
    }
}
