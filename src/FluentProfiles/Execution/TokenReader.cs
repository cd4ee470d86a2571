using System.Text;
using FluentProfiles.Model;
using FluentProfiles.Planning;

namespace FluentProfiles.Execution;

/// <summary>Reads what <see cref="TokenWriter"/> has written, and trusts none of it: a count reserves no room, and a figure out
/// of its range is damage.</summary>
internal sealed class TokenReader(byte[] content)
{
    private readonly BinaryReader bytes = new(new MemoryStream(content), Encoding.UTF8);

    /// <exception cref="FormatException">Something is out of its range.</exception>
    /// <exception cref="IOException">There is too little.</exception>
    public ResumePoint Read()
    {
        var query = ReadQuery();
        var limit = bytes.ReadByte();
        var point = new ResumePoint(query)
        {
            Limit = limit == 0 ? null : Checked(limit, PageSizing.LargestPage),
            Cursor = ReadText(),
            Delivered = ReadCount(),
            Moment = bytes.ReadBoolean() ? ReadTime() : null,
            Countdowns = ReadMany(ReadCount),
            Examined = bytes.ReadBoolean() ? new(ReadTime(), ReadMany(bytes.ReadUInt64).ToHashSet()) : null,
            Far = bytes.ReadBoolean() ? new(ReadText(), ReadEdge(), ReadEdge()) : null,
        };
        return bytes.BaseStream.Position == content.Length ? point : throw new FormatException();
    }

    private QueryFingerprint ReadQuery() =>
        new(bytes.ReadUInt64(), bytes.ReadUInt64(), (ApiRevision)bytes.ReadInt32(), ReadOrder(), bytes.ReadUInt64());

    private ServiceOrder ReadOrder() =>
        new(
            bytes.ReadByte() switch
            {
                0 => null,
                1 => ProfileSchema.CreatedAt,
                2 => ProfileSchema.Name,
                _ => throw new FormatException(),
            },
            bytes.ReadBoolean()
        );

    private ScanEdge ReadEdge() =>
        new(bytes.ReadBoolean() ? ReadTime() : null, ReadMany(bytes.ReadString).ToHashSet(StringComparer.Ordinal));

    private string? ReadText() => bytes.ReadString() is { Length: > 0 } text ? text : null;

    private DateTimeOffset ReadTime() => new(bytes.ReadInt64(), TimeSpan.Zero);

    private int ReadCount() => Checked(bytes.Read7BitEncodedInt(), int.MaxValue);

    private List<TItem> ReadMany<TItem>(Func<TItem> read)
    {
        List<TItem> items = [];
        for (var left = ReadCount(); left > 0; left--)
            items.Add(read());
        return items;
    }

    private static int Checked(int value, int most) =>
        value >= 0 && value <= most ? value : throw new FormatException();
}
