using System.Buffers.Binary;
using System.Text;
using FluentProfiles.Model.Schema;
using FluentProfiles.Sources;

namespace FluentProfiles.Resume;

/// <summary>The part of a token that has to be known before its query can be planned. It counts only once the query's identity, of
/// which all of it is part, has been compared.</summary>
/// <param name="IsProtected">True when an <see cref="ITokenProtector"/> has protected what follows.</param>
/// <param name="Revision">The shape.</param>
/// <param name="Order">The order in which the earlier run went.</param>
/// <param name="Moment">The value of <c>UtcNow</c> for the earlier run; null where its query does not use it.</param>
internal sealed record TokenHead(bool IsProtected, ApiRevision Revision, ServiceOrder Order, DateTimeOffset? Moment)
{
    private const int LengthWithoutMoment = 1 + sizeof(int);
    private const int Protected = 1;
    private const int Descending = 2;
    private const int HasMoment = 4;
    private const int HasKeyName = 32;

    // The keys that have a bit of their own, as every key had in the first tokens of this version. The name of any other key
    // stands behind the moment.
    private static readonly (int Bit, string Name)[] Bits = [(8, "created_at"), (16, "name")];

    public int Length =>
        LengthWithoutMoment + (Moment is null ? 0 : sizeof(long)) + (KeyName is { } name ? 1 + name.Length : 0);

    private int KeyBit => Array.Find(Bits, bit => bit.Name == Order.Key?.Name).Bit;

    private string? KeyName => KeyBit == 0 ? Order.Key?.Name : null;

    public byte[] ToArray()
    {
        var bytes = new byte[Length];
        bytes[0] = (byte)(
            (IsProtected ? Protected : 0)
            | (Order.Descending ? Descending : 0)
            | (Moment is null ? 0 : HasMoment)
            | (KeyName is null ? KeyBit : HasKeyName)
        );
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(1), (int)Revision);
        if (Moment is { } moment)
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(LengthWithoutMoment), moment.UtcTicks);
        if (KeyName is { } name)
        {
            bytes[^(name.Length + 1)] = (byte)name.Length;
            Encoding.ASCII.GetBytes(name, bytes.AsSpan(bytes.Length - name.Length));
        }
        return bytes;
    }

    /// <exception cref="FormatException">The bytes are no head of a token.</exception>
    public static TokenHead Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < LengthWithoutMoment)
            throw new FormatException();
        var flags = bytes[0];
        DateTimeOffset? moment = (flags & HasMoment) == 0 ? null : ReadMoment(bytes[LengthWithoutMoment..]);
        var keyStart = LengthWithoutMoment + (moment is null ? 0 : sizeof(long));
        return new(
            (flags & Protected) != 0,
            (ApiRevision)BinaryPrimitives.ReadInt32LittleEndian(bytes[1..]),
            new(ReadKey(flags & ~(Protected | Descending | HasMoment), bytes[keyStart..]), (flags & Descending) != 0),
            moment
        );
    }

    private static SortKey? ReadKey(int bits, ReadOnlySpan<byte> name)
    {
        if (bits == 0)
            return null;
        string? known = bits == HasKeyName ? ReadName(name) : Array.Find(Bits, bit => bit.Bit == bits).Name;
        return known is null
            ? throw new FormatException()
            : ProfileSchema.KeyNamed(known) ?? throw new FormatException();
    }

    private static string ReadName(ReadOnlySpan<byte> bytes) =>
        bytes.Length > 0 && bytes.Length > bytes[0]
            ? Encoding.ASCII.GetString(bytes.Slice(1, bytes[0]))
            : throw new FormatException();

    private static DateTimeOffset ReadMoment(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= sizeof(long)
        && BinaryPrimitives.ReadInt64LittleEndian(bytes) is var ticks
        && ticks >= 0
        && ticks <= DateTimeOffset.MaxValue.UtcTicks
            ? new(ticks, TimeSpan.Zero)
            : throw new FormatException();
}
