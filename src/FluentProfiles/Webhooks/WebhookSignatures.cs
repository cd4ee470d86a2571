using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace FluentProfiles;

/// <summary>Enumerates the <c>v1</c> signatures of the header <c>webhook-signature</c>, without their <c>v1,</c>. Skips other versions
/// and whatever cannot be a signature.</summary>
internal ref struct WebhookSignatures(ReadOnlySpan<char> header)
{
    /// <summary>The length of 32 bytes in base64.</summary>
    public const int Length = 44;

    private const string Version = "v1,";

    private ReadOnlySpan<char> rest = header;

    public ReadOnlySpan<char> Current { get; private set; }

    public readonly WebhookSignatures GetEnumerator() => this;

    public bool MoveNext()
    {
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf(' ');
            var entry = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            if (entry.Length != Version.Length + Length || !entry.StartsWith(Version, StringComparison.Ordinal))
                continue;
            Current = entry[Version.Length..];
            return true;
        }
        return false;
    }

    /// <summary>Compares texts rather than bytes: base64 decoders accept several texts for the same bytes.</summary>
    public static bool FixedTimeEquals(ReadOnlySpan<char> left, ReadOnlySpan<char> right) =>
        CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes(left), MemoryMarshal.AsBytes(right));
}
