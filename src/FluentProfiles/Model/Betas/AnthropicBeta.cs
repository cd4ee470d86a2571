using System.Text.Json.Serialization;
using FluentProfiles.Json;
using FluentProfiles.Model.Betas;

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
public readonly partial struct AnthropicBeta(string? value)
{
    /// <summary>Whether this version of the library knows the beta; false for the default value.</summary>
    public bool IsKnown => KnownBetas.Find(this) is not null;
}
