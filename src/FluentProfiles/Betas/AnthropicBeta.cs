using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using FluentProfiles.Betas;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>The name of a beta, as sent in the <c>anthropic-beta</c> header.</summary>
/// <remarks>
/// <para>An extensible enum: any text converts, known or not, and compares by ordinal equality; null, "" and
/// <see langword="default"/> are one value. The text is checked where it is put to use: a query's <c>WithBeta</c> and
/// the constructor of <see cref="ProfilesClient"/> throw <see cref="ArgumentException"/> for a text that can't be part
/// of a header.</para>
/// <para>Three betas choose the shape of a profile (see <see cref="ApiRevision"/>); a request must name at most one of
/// them. <c>user-profiles-billing-2026-10-01</c> is not one of them.</para>
/// </remarks>
/// <param name="value">The exact name; null and "" give the default value.</param>
[JsonConverter(typeof(ProfileValueConverter))]
public readonly partial struct AnthropicBeta(string? value) : IEquatable<AnthropicBeta>
{
    private readonly string? text = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Whether this version of the library knows the beta; false for the default value.</summary>
    public bool IsKnown => KnownBetas.Find(this) is not null;

    /// <summary>The beta of a text; null and "" give the default value.</summary>
    public static implicit operator AnthropicBeta(string? value) => new(value);

    /// <summary>Ordinal equality of the names.</summary>
    public static bool operator ==(AnthropicBeta left, AnthropicBeta right) => left.text == right.text;

    /// <summary>Ordinal inequality of the names.</summary>
    public static bool operator !=(AnthropicBeta left, AnthropicBeta right) => left.text != right.text;

    /// <inheritdoc/>
    public bool Equals(AnthropicBeta other) => text == other.text;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is AnthropicBeta other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => text is null ? 0 : StringComparer.Ordinal.GetHashCode(text);

    /// <summary>The name; empty for the default value.</summary>
    public override string ToString() => text ?? "";
}
