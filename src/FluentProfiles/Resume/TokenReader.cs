using System.Buffers.Binary;
using System.Text;
using FluentProfiles.Json.Pages;
using FluentProfiles.Model.Schema;

namespace FluentProfiles.Resume;

/// <summary>Reads what <see cref="TokenWriter"/> has written, once, from the first byte to the last. It trusts none of it: a count
/// reserves no memory beyond what the bytes hold, and a value out of its range is damage.</summary>
internal ref struct TokenReader
{
    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    private readonly SortKey key;
    private ReadOnlySpan<byte> left;

    private TokenReader(ReadOnlySpan<byte> content, SortKey key)
    {
        left = content;
        this.key = key;
    }

    /// <param name="content">The bytes.</param>
    /// <param name="key">What the query is sorted by, which bounds the positions.</param>
    /// <exception cref="FormatException">The bytes are no resume point.</exception>
    public static ResumePoint Read(ReadOnlySpan<byte> content, SortKey key)
    {
        TokenReader reader = new(content, key);
        var point = reader.ReadPoint();
        return reader.left.IsEmpty ? point : throw new FormatException();
    }

    private ResumePoint ReadPoint() =>
        new()
        {
            Limit = ReadLimit() is > 0 and var limit ? limit : null,
            Cursor = ReadText(),
            Returned = ReadCount(int.MaxValue),
            Countdowns = ReadCountdowns(),
            Examined = ReadFlag() ? new(ReadPosition(), ReadFlag() ? ReadIds() : null) : null,
            Far = ReadFlag() ? new(ReadText(), ReadFlag(), ReadOptionalPosition(), ReadOptionalPosition()) : null,
            LookedUp = ReadCount(left.Length) is > 0 and var length ? Take(length).ToArray() : null,
        };

    private int ReadLimit() =>
        ReadByte(byte.MaxValue) is not TokenWriter.LargeLimit and var limit ? limit
        : ReadCount(int.MaxValue) is >= TokenWriter.LargeLimit and var large ? large
        : throw new FormatException();

    private int[] ReadCountdowns()
    {
        // Each takes a byte or more.
        var counts = new int[ReadCount(left.Length)];
        for (var i = 0; i < counts.Length; i++)
            counts[i] = ReadCount(int.MaxValue);
        return counts;
    }

    private IdSet ReadIds()
    {
        var hashes = new ulong[ReadCount(ExaminedPart.MostIds)];
        for (var i = 0; i < hashes.Length; i++)
            hashes[i] = BinaryPrimitives.ReadUInt64LittleEndian(Take(sizeof(ulong)));
        return new(hashes);
    }

    private string? ReadText()
    {
        var text = Take(ReadCount(Cursor.MostBytes));
        try
        {
            return text.IsEmpty ? null : Strict.GetString(text);
        }
        catch (ArgumentException)
        {
            throw new FormatException();
        }
    }

    private long? ReadOptionalPosition() => ReadFlag() ? ReadPosition() : null;

    private long ReadPosition()
    {
        var position = BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long)));
        return key.IsPosition(position) ? position : throw new FormatException();
    }

    private bool ReadFlag() => ReadByte(1) == 1;

    private int ReadByte(int most) => Take(1)[0] is var value && value <= most ? value : throw new FormatException();

    private int ReadCount(int most)
    {
        uint value = 0;
        for (var shift = 0; shift < 35; shift += 7)
        {
            var next = Take(1)[0];
            value |= (next & 0x7fu) << shift;
            if (next < 0x80)
                return value <= (uint)most && (shift < 28 || next < 8) ? (int)value : throw new FormatException();
        }
        throw new FormatException();
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > left.Length)
            throw new FormatException();
        var taken = left[..count];
        left = left[count..];
        return taken;
    }
}
