using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>The state of a trust grant.</summary>
/// <remarks>An extensible enum: unknown values are preserved. Values are compared ordinally. <see langword="null"/>, an
/// empty string and <see langword="default"/> are equal, and mean "null, or not available in this revision". In a
/// <c>switch</c>, match <see cref="ToString"/> against the constants of <see cref="Values"/>.</remarks>
/// <param name="value">The string as the service writes it. Null and "" result in the default value.</param>
[JsonConverter(typeof(ProfileValueConverter))]
public readonly partial struct TrustGrantStatus(string? value)
{
    /// <summary>The grant is active.</summary>
    public static TrustGrantStatus Active => new(Values.Active);

    /// <summary>Under review.</summary>
    public static TrustGrantStatus Pending => new(Values.Pending);

    /// <summary>Rejected.</summary>
    public static TrustGrantStatus Rejected => new(Values.Rejected);

    /// <summary>Gets a value that indicates whether this version of the library knows the value. False for the default
    /// value.</summary>
    public bool IsKnown => text is Values.Active or Values.Pending or Values.Rejected;

    /// <summary>The known values as string constants, for <c>switch</c> and attributes.</summary>
    public static class Values
    {
        /// <summary>The grant is active.</summary>
        public const string Active = "active";

        /// <summary>Under review.</summary>
        public const string Pending = "pending";

        /// <summary>Rejected.</summary>
        public const string Rejected = "rejected";
    }
}
