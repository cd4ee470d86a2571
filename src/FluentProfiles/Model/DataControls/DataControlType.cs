using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>Whether a data control is on.</summary>
/// <remarks>An extensible enum: text that this version does not know is kept, and compares by ordinal equality.
/// <see langword="null"/>, an empty text and <see langword="default"/> are one value, which stands for "null or
/// missing". For <c>switch</c>, match <see cref="ToString"/> against the constants of
/// <see cref="Values"/>.</remarks>
/// <param name="value">The text as the service writes it; null and "" give the default value.</param>
[JsonConverter(typeof(ProfileValueConverter))]
public readonly struct DataControlType(string? value) : IEquatable<DataControlType>
{
    private readonly string? text = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>The control is off.</summary>
    public static DataControlType Disabled => new(Values.Disabled);

    /// <summary>The control is on.</summary>
    public static DataControlType Enabled => new(Values.Enabled);

    /// <summary>Whether this version of the library knows the value; false for the default value.</summary>
    public bool IsKnown => text is Values.Disabled or Values.Enabled;

    /// <summary>The value of a text; null and "" give the default value.</summary>
    public static implicit operator DataControlType(string? value) => new(value);

    /// <summary>Ordinal equality of the texts.</summary>
    public static bool operator ==(DataControlType left, DataControlType right) => left.text == right.text;

    /// <summary>Ordinal inequality of the texts.</summary>
    public static bool operator !=(DataControlType left, DataControlType right) => left.text != right.text;

    /// <inheritdoc/>
    public bool Equals(DataControlType other) => text == other.text;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is DataControlType other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => text is null ? 0 : StringComparer.Ordinal.GetHashCode(text);

    /// <summary>The text as the service writes it; empty for the default value.</summary>
    public override string ToString() => text ?? "";

    /// <summary>The texts of the known values, as constants for <c>switch</c> and attributes.</summary>
    public static class Values
    {
        /// <summary>The control is off.</summary>
        public const string Disabled = "disabled";

        /// <summary>The control is on.</summary>
        public const string Enabled = "enabled";
    }
}
