using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using FluentProfiles.Mirror.Storing;

namespace FluentProfiles.Mirror.Changes;

/// <summary>A position in the feed of changes, as text.</summary>
/// <param name="Feed">The number of the feed.</param>
/// <param name="Position">The position of the last change that was read; 0 for none.</param>
/// <param name="At">When that change was written, in microseconds; 0 where it is not known. After a database was restored, another
/// change may have the position.</param>
internal sealed record ChangeToken(long Feed, long Position, long At)
{
    private const byte Version = 1;
    private const int Number = sizeof(long);
    private const int Content = 1 + (4 * Number);
    private const int Checksum = 4;

    /// <summary>Writes the token.</summary>
    /// <param name="scope">The scope of the mirror.</param>
    public string Write(ScopeName scope)
    {
        var bytes = new byte[Content + Checksum];
        bytes[0] = Version;
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(1), scope.Spread);
        long[] numbers = [Feed, Position, At];
        for (var i = 0; i < numbers.Length; i++)
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(1 + ((i + 1) * Number)), numbers[i]);
        ChecksumOf(bytes).CopyTo(bytes.AsSpan(Content));
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads a token.</summary>
    /// <param name="text">The text.</param>
    /// <param name="scope">The scope of the mirror.</param>
    /// <param name="parameter">The parameter that has the text.</param>
    /// <exception cref="ArgumentException">The text is no token, or one of another scope.</exception>
    public static ChangeToken Read(string text, ScopeName scope, string parameter)
    {
        var bytes = Decoded(text);
        if (bytes is null || bytes[0] != Version || !ChecksumOf(bytes).AsSpan().SequenceEqual(bytes.AsSpan(Content)))
            throw new ArgumentException(
                "The value is not a token of a mirror's changes, or it is damaged. Pass the Token of a change or the result of GetChangesTokenAsync() unchanged; a ResumeToken belongs to a query.",
                parameter
            );
        if (BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(1)) != scope.Spread)
            throw new ArgumentException(
                "The token belongs to the changes of another address or workspace. Pass one of this mirror.",
                parameter
            );
        return new(NumberAt(2), NumberAt(3), NumberAt(4));

        long NumberAt(int place) => BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(1 + ((place - 1) * Number)));
    }

    private static byte[]? Decoded(string text)
    {
        var bytes = new byte[Content + Checksum];
        return
            text.Length == Base64Url.GetEncodedLength(bytes.Length)
            && Base64Url.IsValid(text)
            && Base64Url.TryDecodeFromChars(text, bytes, out var length)
            && length == bytes.Length
            // No other text stands for the same bytes.
            && Base64Url.EncodeToString(bytes) == text
            ? bytes
            : null;
    }

    private static byte[] ChecksumOf(ReadOnlySpan<byte> bytes) => SHA256.HashData(bytes[..Content])[..Checksum];
}
