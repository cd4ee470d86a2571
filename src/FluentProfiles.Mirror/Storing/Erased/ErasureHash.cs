using System.Security.Cryptography;
using System.Text;
using FluentProfiles.Mirror.Model;

namespace FluentProfiles.Mirror.Storing.Erased;

/// <summary>The hash by which the mirror knows an erased profile again.</summary>
internal static class ErasureHash
{
    /// <summary>The length of a key, in bytes.</summary>
    public const int KeyLength = 32;

    /// <summary>The keys of a scope; none before the first erasure.</summary>
    public static IReadOnlyList<byte[]> KeysOf(MirrorScope scope) => [.. (scope.ErasureKeys ?? []).Chunk(KeyLength)];

    public static string Of(string id, byte[] key) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(id)));

    /// <summary>True for a text that can be a hash.</summary>
    public static bool IsHash(string text) =>
        text.Length == 2 * HMACSHA256.HashSizeInBytes && text.All(char.IsAsciiHexDigitLower);
}
