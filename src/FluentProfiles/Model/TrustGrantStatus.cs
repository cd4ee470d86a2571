using System.Diagnostics.CodeAnalysis;
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
public readonly struct TrustGrantStatus(string? value) : IEquatable<TrustGrantStatus>
{
    private readonly string? text = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Granted.</summary>
    public static TrustGrantStatus Active => new(Values.Active);

    /// <summary>Under review.</summary>
    public static TrustGrantStatus Pending => new(Values.Pending);

    /// <summary>Refused.</summary>
    public static TrustGrantStatus Rejected => new(Values.Rejected);

    /// <summary>Whether this version of the library knows the value; false for the default value.</summary>
    public bool IsKnown => text is Values.Active or Values.Pending or Values.Rejected;

    /// <summary>The value of a text; null and "" give the default value.</summary>
    public static implicit operator TrustGrantStatus(string? value) => new(value);

    /// <summary>Ordinal equality of the texts.</summary>
    public static bool operator ==(TrustGrantStatus left, TrustGrantStatus right) => left.text == right.text;

    /// <summary>Ordinal inequality of the texts.</summary>
    public static bool operator !=(TrustGrantStatus left, TrustGrantStatus right) => left.text != right.text;

    /// <inheritdoc/>
    public bool Equals(TrustGrantStatus other) => text == other.text;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is TrustGrantStatus other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => text is null ? 0 : StringComparer.Ordinal.GetHashCode(text);

    /// <summary>The text as the service writes it; empty for the default value.</summary>
    public override string ToString() => text ?? "";

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
