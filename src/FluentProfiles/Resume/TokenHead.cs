using System.Buffers.Binary;
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
    private const int ByCreatedAt = 8;
    private const int ByName = 16;

    public int Length => LengthWithoutMoment + (Moment is null ? 0 : sizeof(long));

    public byte[] ToArray()
    {
        var bytes = new byte[Length];
        bytes[0] = (byte)(
            (IsProtected ? Protected : 0)
            | (Order.Descending ? Descending : 0)
            | (Moment is null ? 0 : HasMoment)
            | (
                Order.Field is null ? 0
                : Order.Field == ProfileSchema.CreatedAt ? ByCreatedAt
                : ByName
            )
        );
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(1), (int)Revision);
        if (Moment is { } moment)
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(LengthWithoutMoment), moment.UtcTicks);
        return bytes;
    }

    /// <exception cref="FormatException">The bytes are no head of a token.</exception>
    public static TokenHead Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < LengthWithoutMoment)
            throw new FormatException();
        var flags = bytes[0];
        var field = (flags & ~(Protected | Descending | HasMoment)) switch
        {
            0 => null,
            ByCreatedAt => ProfileSchema.CreatedAt,
            ByName => ProfileSchema.Name,
            _ => throw new FormatException(),
        };
        return new(
            (flags & Protected) != 0,
            (ApiRevision)BinaryPrimitives.ReadInt32LittleEndian(bytes[1..]),
            new(field, (flags & Descending) != 0),
            (flags & HasMoment) == 0 ? null : ReadMoment(bytes[LengthWithoutMoment..])
        );
    }

    private static DateTimeOffset ReadMoment(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= sizeof(long)
        && BinaryPrimitives.ReadInt64LittleEndian(bytes) is var ticks
        && ticks >= 0
        && ticks <= DateTimeOffset.MaxValue.UtcTicks
            ? new(ticks, TimeSpan.Zero)
            : throw new FormatException();
}
