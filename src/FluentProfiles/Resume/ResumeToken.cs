using System.Security.Cryptography;
using FluentProfiles.Json.Pages;

namespace FluentProfiles.Resume;

/// <summary>A resume token: opaque, URL-safe text. The checksum finds damage at once. Whether the token holds for a query is known
/// once the query has been planned; until then nothing behind the head is read.</summary>
internal sealed class ResumeToken
{
    private const byte Version = 3;
    private const int ChecksumLength = 4;

    // Two cursors and the rest, which has at most 4 KB, with what a protector may add.
    private const int LongestText = ((2 * Cursor.MostBytes) + 8192) / 3 * 4;

    private readonly ReadOnlyMemory<byte> body;

    private ResumeToken(string text, TokenHead head, ReadOnlyMemory<byte> body) =>
        (Text, Head, this.body) = (text, head, body);

    public string Text { get; }

    public TokenHead Head { get; }

    /// <summary>The salt of the run that wrote the token; null for a protected one.</summary>
    public byte[]? Salt => Head.IsProtected || body.Length < QuerySeal.Length ? null : QuerySeal.SaltOf(body.Span);

    /// <param name="query">The query of the run.</param>
    /// <param name="point">Where the run stands.</param>
    /// <param name="protector">Protects the token, or null.</param>
    /// <exception cref="ProfilesConfigurationException">The protector threw.</exception>
    public static string Write(QueryIdentity query, ResumePoint point, ITokenProtector? protector)
    {
        var head = new TokenHead(protector is not null, query.Revision, query.Order, query.Moment).ToArray();
        var state = TokenWriter.Write(point);
        byte[] content = protector is null
            ? [Version, .. head, .. QuerySeal.Of(query, head, state), .. state]
            : [Version, .. head, .. Protected(state, query, protector)];
        return Base64Text.Encode([.. content, .. Checksum(content)]);
    }

    /// <exception cref="ArgumentException">The text is no token of this version of the library, or damaged.</exception>
    public static ResumeToken Read(string text, string parameter)
    {
        try
        {
            if (text.Length > LongestText)
                throw new FormatException();
            var bytes = Base64Text.Decode(text).AsMemory();
            var content = bytes[..Math.Max(0, bytes.Length - ChecksumLength)];
            if (content.IsEmpty || !Checksum(content.Span).AsSpan().SequenceEqual(bytes.Span[content.Length..]))
                throw new FormatException();
            if (content.Span[0] != Version)
                throw new ArgumentException(
                    $"The resume token was written by another version of FluentProfiles (its format is {content.Span[0]}, this version's {Version}). Start without it.",
                    parameter
                );
            var head = TokenHead.Read(content.Span[1..]);
            return new(text, head, content[(1 + head.Length)..]);
        }
        catch (FormatException)
        {
            throw new ArgumentException(
                "The value is not a resume token of FluentProfiles, or it is damaged. Pass the token of a page, an exception or a progress report unchanged. Pass a raw next_page to FromPage.",
                parameter
            );
        }
    }

    /// <summary>Reads where the earlier run stopped.</summary>
    /// <param name="query">The query that goes on.</param>
    /// <param name="protector">The protector of the client, or null.</param>
    /// <exception cref="ArgumentException">The token belongs to another query, or it was changed.</exception>
    /// <exception cref="ProfilesConfigurationException">The protector threw for another reason.</exception>
    public ResumePoint Open(QueryIdentity query, ITokenProtector? protector)
    {
        if (Head.IsProtected != protector is not null)
            throw new ArgumentException(
                Head.IsProtected
                    ? "The resume token is protected, and this client has no TokenProtector. Set ProfilesClientOptions.TokenProtector to the one that protected it, or start without the token."
                    : "The resume token is not protected, and this client takes only those of its TokenProtector. Start without the token."
            );
        try
        {
            return TokenReader.Read(
                protector is null ? Unsealed(query) : Unprotected(query, protector),
                query.Order.SortedBy
            );
        }
        catch (FormatException)
        {
            throw Damaged();
        }
    }

    public static ArgumentException Damaged() =>
        new(
            "The resume token is damaged: no run of this query can have stopped where it says. Start without the token."
        );

    private ReadOnlySpan<byte> Unsealed(QueryIdentity query)
    {
        if (body.Length < QuerySeal.Length)
            throw new FormatException();
        var state = body.Span[QuerySeal.Length..];
        QuerySeal.Check(body.Span[..QuerySeal.Length], query, Head, state);
        return state;
    }

    // Like other parts of the application that throw, a protector gets an exception of the library, which names it.
    private static byte[] Protected(byte[] state, QueryIdentity query, ITokenProtector protector)
    {
        try
        {
            return protector.Protect(state, PurposeOf(query))
                ?? throw new InvalidOperationException("Protect has returned null.");
        }
        catch (Exception cause)
        {
            throw Broken(cause);
        }
    }

    private byte[] Unprotected(QueryIdentity query, ITokenProtector protector)
    {
        try
        {
            return protector.Unprotect(body.ToArray(), PurposeOf(query))
                ?? throw new InvalidOperationException("Unprotect has returned null.");
        }
        catch (CryptographicException cause)
        {
            throw new ArgumentException(
                "The client's TokenProtector rejected the resume token: it belongs to another query, was changed, has expired, or was protected with other keys. Start without the token.",
                cause
            );
        }
        catch (Exception cause)
        {
            throw Broken(cause);
        }
    }

    private static ProfilesConfigurationException Broken(Exception cause) =>
        new(
            $"ProfilesClientOptions.TokenProtector has thrown {cause.GetType().Name}; it is the inner exception.",
            cause
        );

    private static string PurposeOf(QueryIdentity query) =>
        $"FluentProfiles.ResumeToken.v{Version}.{Convert.ToHexString(query.Digest)}";

    private static byte[] Checksum(ReadOnlySpan<byte> content) => SHA256.HashData(content)[..ChecksumLength];
}
