using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FluentProfiles.Sources;

namespace FluentProfiles.Resume;

/// <summary>What must be the same for a resume token to hold. Neither the projection nor a setting is part of it.</summary>
/// <param name="Address">The service.</param>
/// <param name="Workspace">The workspace; empty for the key's own.</param>
/// <param name="Revision">The shape.</param>
/// <param name="Order">The order in which profiles come.</param>
/// <param name="Moment">The value of <c>UtcNow</c>; null where the query does not use it.</param>
/// <param name="Conditions">Filters with the values in them, <c>Skip</c> and <c>Take</c>, and whatever else the client does.</param>
internal sealed record QueryIdentity(
    string Address,
    string Workspace,
    ApiRevision Revision,
    ServiceOrder Order,
    DateTimeOffset? Moment,
    string Conditions
)
{
    /// <summary>The length of <see cref="Salt"/>.</summary>
    public const int SaltLength = 8;

    private byte[]? digest;

    /// <summary>What makes the tokens of one run, and of those that resume it, differ from others of the same query.</summary>
    public byte[] Salt { get; init; } = RandomNumberGenerator.GetBytes(SaltLength);

    /// <summary>All of it in 32 bytes, the same in every process.</summary>
    public byte[] Digest => digest ??= SHA256.HashData(Encoding.UTF8.GetBytes(Text));

    // Each part with its length, so that nothing of one can pass for a part of the next.
    private string Text =>
        string.Concat(
            new[]
            {
                Address,
                Workspace,
                ((int)Revision).ToString(CultureInfo.InvariantCulture),
                Order.Key?.Name ?? "",
                Order.Descending ? "descending" : "ascending",
                Moment?.UtcTicks.ToString(CultureInfo.InvariantCulture) ?? "",
                Conditions,
            }.Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Length}:{part};"))
        );
}
