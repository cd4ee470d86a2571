using System.Security.Cryptography;
using System.Text;

namespace FluentProfiles.Execution;

/// <summary>Writes a <see cref="ResumePoint"/> as opaque, URL-safe text and reads it back.</summary>
internal static class ResumeToken
{
    private const byte Version = 1;
    private const int ChecksumLength = 4;

    public static string Write(ResumePoint point)
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Version);
            writer.Write(point.Fingerprint);
            writer.Write7BitEncodedInt(point.Limit);
            writer.Write(point.Cursor ?? "");
            writer.Write(point.LastId ?? "");
            writer.Write(point.LastCreatedAt.UtcTicks);
            writer.Write7BitEncodedInt64(point.Delivered);
            writer.Write7BitEncodedInt(point.Countdowns.Count);
            foreach (var left in point.Countdowns)
                writer.Write7BitEncodedInt(left);
            writer.Write(point.Far is not null);
            if (point.Far is { } far)
                Write(writer, far);
        }
        bytes.Write(Checksum(bytes.ToArray()));
        return Base64Text.Encode(bytes.ToArray());
    }

    /// <exception cref="ArgumentException">The text is no token of this library, or damaged.</exception>
    public static ResumePoint Read(string token, string parameter)
    {
        try
        {
            var bytes = Base64Text.Decode(token);
            var content = bytes.AsSpan(0, Math.Max(0, bytes.Length - ChecksumLength)).ToArray();
            if (!Checksum(content).SequenceEqual(bytes[content.Length..]) || content is not [Version, ..])
                throw new FormatException();
            using var reader = new BinaryReader(new MemoryStream(content), Encoding.UTF8);
            return Read(reader);
        }
        catch (Exception cause) when (cause is FormatException or IOException or ArgumentException)
        {
            throw new ArgumentException(
                "This is no resume token of FluentProfiles, or it is damaged. Pass one from a page, an exception or a progress report as it is; a raw next_page goes to FromPage.",
                parameter
            );
        }
    }

    private static ResumePoint Read(BinaryReader reader)
    {
        reader.ReadByte();
        var fingerprint = reader.ReadUInt64();
        var limit = reader.Read7BitEncodedInt();
        var cursor = reader.ReadString();
        var lastId = reader.ReadString();
        var lastCreatedAt = new DateTimeOffset(reader.ReadInt64(), TimeSpan.Zero);
        var delivered = reader.Read7BitEncodedInt64();
        var countdowns = new int[reader.Read7BitEncodedInt()];
        for (var i = 0; i < countdowns.Length; i++)
            countdowns[i] = reader.Read7BitEncodedInt();
        return new(fingerprint, limit)
        {
            Cursor = cursor.Length == 0 ? null : cursor,
            LastId = lastId.Length == 0 ? null : lastId,
            LastCreatedAt = lastCreatedAt,
            Countdowns = countdowns,
            Delivered = delivered,
            Far = reader.ReadBoolean() ? ReadFar(reader) : null,
        };
    }

    private static void Write(BinaryWriter writer, FarEnd far)
    {
        writer.Write(far.Cursor ?? "");
        Write(writer, far.NearEdge);
        Write(writer, far.FarEdge);
    }

    private static FarEnd ReadFar(BinaryReader reader)
    {
        var cursor = reader.ReadString();
        return new(cursor.Length == 0 ? null : cursor, ReadEdge(reader), ReadEdge(reader));
    }

    private static void Write(BinaryWriter writer, ScanEdge edge)
    {
        writer.Write(edge.Time?.UtcTicks ?? -1);
        writer.Write7BitEncodedInt(edge.Ids.Count);
        foreach (var id in edge.Ids)
            writer.Write(id);
    }

    private static ScanEdge ReadEdge(BinaryReader reader)
    {
        var ticks = reader.ReadInt64();
        HashSet<string> ids = [];
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
            ids.Add(reader.ReadString());
        return ticks < 0 ? ScanEdge.None : new(new DateTimeOffset(ticks, TimeSpan.Zero), ids);
    }

    private static byte[] Checksum(byte[] content) => SHA256.HashData(content)[..ChecksumLength];
}
