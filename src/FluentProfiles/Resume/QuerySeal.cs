using System.Security.Cryptography;
using System.Text;

namespace FluentProfiles.Resume;

/// <summary>Binds a token to its query where no <see cref="ITokenProtector"/> does: a keyed hash over the whole token, whose key is
/// the query's identity. Whoever does not know every part of the query, the values in its conditions and the address included, can't
/// make or change a token. A salt keeps the tokens of two walks through one query apart.</summary>
internal static class QuerySeal
{
    public const int Length = QueryIdentity.SaltLength + (2 * HintLength) + HashLength;

    private const int HintLength = sizeof(ushort);
    private const int HashLength = 8;

    /// <param name="query">The query.</param>
    /// <param name="head">The head of the token.</param>
    /// <param name="state">Where the run stands.</param>
    public static byte[] Of(QueryIdentity query, byte[] head, byte[] state)
    {
        var salt = query.Salt;
        byte[] open = [.. salt, .. Hint(salt, query.Address), .. Hint(salt, query.Workspace)];
        return [.. open, .. Hash(query, open, head, state)];
    }

    /// <summary>Compares the query that a token was made for with another.</summary>
    /// <exception cref="ArgumentException">They differ, or the token was changed.</exception>
    public static void Check(ReadOnlySpan<byte> seal, QueryIdentity query, TokenHead head, ReadOnlySpan<byte> state)
    {
        var open = seal[..^HashLength].ToArray();
        var hash = Hash(query, open, head.ToArray(), state.ToArray());
        if (CryptographicOperations.FixedTimeEquals(hash, seal[^HashLength..]))
            return;
        var salt = SaltOf(seal);
        var hints = open.AsSpan(QueryIdentity.SaltLength);
        throw ForeignToken.Of(
            query,
            head,
            hints[..HintLength].SequenceEqual(Hint(salt, query.Address)),
            hints[HintLength..].SequenceEqual(Hint(salt, query.Workspace))
        );
    }

    public static byte[] SaltOf(ReadOnlySpan<byte> seal) => seal[..QueryIdentity.SaltLength].ToArray();

    private static byte[] Hash(QueryIdentity query, byte[] open, byte[] head, byte[] state)
    {
        byte[] content = [.. open, .. head, .. state];
        return HMACSHA256.HashData(query.Digest, content)[..HashLength];
    }

    private static byte[] Hint(byte[] salt, string part) =>
        HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes(part))[..HintLength];
}
