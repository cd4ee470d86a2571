using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>The state of a trust grant.</summary>
/// <remarks>An extensible enum: text that this version does not know is kept, and compares by ordinal equality.
/// <see langword="null"/>, an empty text and <see langword="default"/> are one value, which stands for "null or not
/// served by this revision". For <c>switch</c>, match <see cref="ToString"/> against the constants of
/// <see cref="Values"/>.</remarks>
/// <param name="value">The text as the service writes it; null and "" give the default value.</param>
[JsonConverter(typeof(ProfileValueConverter))]
public readonly partial struct TrustGrantStatus(string? value)
{
    /// <summary>Granted.</summary>
    public static TrustGrantStatus Active => new(Values.Active);

    /// <summary>Under review.</summary>
    public static TrustGrantStatus Pending => new(Values.Pending);

    /// <summary>Refused.</summary>
    public static TrustGrantStatus Rejected => new(Values.Rejected);

    /// <summary>Whether this version of the library knows the value; false for the default value.</summary>
    public bool IsKnown => text is Values.Active or Values.Pending or Values.Rejected;

    /// <summary>The texts of the known values, as constants for <c>switch</c> and attributes.</summary>
    public static class Values
    {
        /// <summary>Granted.</summary>
        public const string Active = "active";

        /// <summary>Under review.</summary>
        public const string Pending = "pending";

        /// <summary>Refused.</summary>
        public const string Rejected = "rejected";
    }
}
