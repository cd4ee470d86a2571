using System.Text.Json.Serialization;
using FluentProfiles.Json;
using FluentProfiles.Model.Betas;

namespace FluentProfiles;

/// <summary>The name of a beta, as sent in the <c>anthropic-beta</c> header.</summary>
/// <remarks>
/// <para>An extensible enum: any string converts, known or not. Values are compared ordinally. Null, "" and
/// <see langword="default"/> are equal. The string is validated when it is used: a query's <c>WithBeta</c> and the
/// constructor of <see cref="ProfilesClient"/> throw an <see cref="ArgumentException"/> for a string that is not valid in
/// a header.</para>
/// <para>Three betas choose the shape of a profile (see <see cref="ApiRevision"/>). A request can contain at most one
/// of them. <c>user-profiles-billing-2026-10-01</c> does not choose a shape.</para>
/// </remarks>
/// <param name="value">The exact name. Null and "" result in the default value.</param>
[JsonConverter(typeof(ProfileValueConverter))]
public readonly partial struct AnthropicBeta(string? value)
{
    /// <summary>Gets a value that indicates whether this version of the library knows the beta. False for the default
    /// value.</summary>
    public bool IsKnown => KnownBetas.Find(this) is not null;
}
