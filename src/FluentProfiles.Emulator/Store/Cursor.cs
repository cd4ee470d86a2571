using System.Buffers.Binary;
using System.Text;
using FluentProfiles.Emulator.Protocol;

namespace FluentProfiles.Emulator.Store;

/// <summary>The text of <c>next_page</c>: a place, and a stamp of the order and filter that it belongs to. Another
/// <c>limit</c> may go on from it, another order or filter may not.</summary>
internal static class Cursor
{
    private const int FixedLength = 8 + sizeof(long) + sizeof(int) + 1;
    private const int HasText = 1;
    private const int IsNull = 2;

    public static string Write(SortKey place, ListQuery query)
    {
        var text = Encoding.UTF8.GetBytes(place.Text ?? "");
        var bytes = new byte[FixedLength + text.Length];
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(8), place.Number);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(16), place.Sequence);
        bytes[20] = (byte)((place.Text is null ? 0 : HasText) | (place.IsNull ? IsNull : 0));
        text.CopyTo(bytes, FixedLength);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, StampOf(query));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), Checksum(bytes.AsSpan(8)));
        return Convert.ToHexString(bytes);
    }

    public static SortKey Read(string text, ListQuery query)
    {
        var bytes = Bytes(text);
        if (
            bytes.Length < FixedLength
            || BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(4)) != Checksum(bytes.AsSpan(8))
        )
            throw Damaged();
        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes) != StampOf(query))
            throw ServiceError.Invalid("page: the cursor belongs to another order, order_by or filter");
        return new(
            BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(8)),
            (bytes[20] & HasText) == 0 ? null : Encoding.UTF8.GetString(bytes.AsSpan(FixedLength)),
            (bytes[20] & IsNull) != 0,
            BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(16))
        );
    }

    private static byte[] Bytes(string text)
    {
        try
        {
            return Convert.FromHexString(text);
        }
        catch (FormatException)
        {
            throw Damaged();
        }
    }

    private static ServiceError Damaged() => ServiceError.Invalid("page: not a cursor of this service");

    private static uint StampOf(ListQuery query)
    {
        var filter = string.Join(' ', query.Filters.Select(filter => filter.Stamp));
        return Checksum(Encoding.UTF8.GetBytes($"{query.Field.Property.Name} {query.Descending} {filter}"));
    }

    // FNV-1a: enough against damage; nobody is kept from forging a cursor of an emulator.
    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = 2166136261;
        foreach (var b in bytes)
            sum = unchecked((sum ^ b) * 16777619);
        return sum;
    }
}
