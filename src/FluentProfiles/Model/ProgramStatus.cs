using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>The state of a customer's enrolment in a program.</summary>
/// <remarks>An extensible enum: text that this version does not know is kept, and compares by ordinal equality.
/// <see langword="null"/>, an empty text and <see langword="default"/> are one value, which stands for "null or not
/// served by this revision". For <c>switch</c>, match <see cref="ToString"/> against the constants of
/// <see cref="Values"/>.</remarks>
/// <param name="value">The text as the service writes it; null and "" give the default value.</param>
[JsonConverter(typeof(ProfileValueConverter))]
public readonly struct ProgramStatus(string? value) : IEquatable<ProgramStatus>
{
    private readonly string? text = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Enrolled.</summary>
    public static ProgramStatus Active => new(Values.Active);

    /// <summary>Under review.</summary>
    public static ProgramStatus Pending => new(Values.Pending);

    /// <summary>Refused.</summary>
    public static ProgramStatus Rejected => new(Values.Rejected);

    /// <summary>Whether this version of the library knows the value; false for the default value.</summary>
    public bool IsKnown => text is Values.Active or Values.Pending or Values.Rejected;

    /// <summary>The value of a text; null and "" give the default value.</summary>
    public static implicit operator ProgramStatus(string? value) => new(value);

    /// <summary>Ordinal equality of the texts.</summary>
    public static bool operator ==(ProgramStatus left, ProgramStatus right) => left.text == right.text;

    /// <summary>Ordinal inequality of the texts.</summary>
    public static bool operator !=(ProgramStatus left, ProgramStatus right) => left.text != right.text;

    /// <inheritdoc/>
    public bool Equals(ProgramStatus other) => text == other.text;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is ProgramStatus other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => text is null ? 0 : StringComparer.Ordinal.GetHashCode(text);

    /// <summary>The text as the service writes it; empty for the default value.</summary>
    public override string ToString() => text ?? "";

    /// <summary>The texts of the known values, as constants for <c>switch</c> and attributes.</summary>
    public static class Values
    {
        /// <summary>Enrolled.</summary>
        public const string Active = "active";

        /// <summary>Under review.</summary>
        public const string Pending = "pending";

        /// <summary>Refused.</summary>
        public const string Rejected = "rejected";
    }
}
