using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>How the end customer reaches Claude.</summary>
/// <remarks>An extensible enum: text that this version does not know is kept, and compares by ordinal equality.
/// <see langword="null"/>, an empty text and <see langword="default"/> are one value, which stands for "null or not
/// served by this revision". For <c>switch</c>, match <see cref="ToString"/> against the constants of
/// <see cref="Values"/>.</remarks>
/// <param name="value">The text as the service writes it; null and "" give the default value.</param>
[JsonConverter(typeof(ProfileValueConverter))]
public readonly partial struct AccessType(string? value)
{
    /// <summary>Through an application that the platform makes.</summary>
    public static AccessType Application => new(Values.Application);

    /// <summary>Through the API, which the platform passes on.</summary>
    public static AccessType Passthrough => new(Values.Passthrough);

    /// <summary>Whether this version of the library knows the value; false for the default value.</summary>
    public bool IsKnown => text is Values.Application or Values.Passthrough;

    /// <summary>The texts of the known values, as constants for <c>switch</c> and attributes.</summary>
    public static class Values
    {
        /// <summary>Through an application that the platform makes.</summary>
        public const string Application = "application";

        /// <summary>Through the API, which the platform passes on.</summary>
        public const string Passthrough = "passthrough";
    }
}
