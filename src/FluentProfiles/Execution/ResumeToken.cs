using System.Security.Cryptography;

namespace FluentProfiles.Execution;

/// <summary>Writes a <see cref="ResumePoint"/> as opaque, URL-safe text and reads it back. The checksum finds damage; it is no
/// signature, so whatever is read may be forged.</summary>
internal static class ResumeToken
{
    private const byte Version = 2;
    private const int ChecksumLength = 4;

    public static string Write(ResumePoint point)
    {
        var writer = new TokenWriter();
        writer.Bytes.Write(Version);
        writer.Write(point);
        var content = writer.ToArray();
        return Base64Text.Encode([.. content, .. Checksum(content)]);
    }

    /// <exception cref="ArgumentException">The text is no token of this library, or damaged.</exception>
    public static ResumePoint Read(string token, string parameter)
    {
        try
        {
            var bytes = Base64Text.Decode(token);
            var content = bytes.AsSpan(0, Math.Max(0, bytes.Length - ChecksumLength)).ToArray();
            if (content.Length == 0 || !Checksum(content).SequenceEqual(bytes[content.Length..]))
                throw new FormatException();
            if (content[0] != Version)
                throw new ArgumentException(
                    $"The resume token was written by another version of FluentProfiles (its format is {content[0]}, this version's {Version}). Start without it.",
                    parameter
                );
            return new TokenReader(content[1..]).Read();
        }
        catch (Exception cause) when (cause is FormatException or IOException or ArgumentOutOfRangeException)
        {
            throw new ArgumentException(
                "This is no resume token of FluentProfiles, or it is damaged. Pass one from a page, an exception or a progress report as it is; a raw next_page goes to FromPage.",
                parameter
            );
        }
    }

    private static byte[] Checksum(byte[] content) => SHA256.HashData(content)[..ChecksumLength];
}
