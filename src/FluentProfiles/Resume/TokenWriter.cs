using System.Text;

namespace FluentProfiles.Resume;

/// <summary>Writes a <see cref="ResumePoint"/> as bytes; <see cref="TokenReader"/> reads them in the same order.</summary>
internal sealed class TokenWriter
{
    /// <summary>Stands for a page size that is not less, and that follows. The service has no such pages.</summary>
    public const byte LargeLimit = byte.MaxValue;

    private readonly MemoryStream stream = new();
    private readonly BinaryWriter bytes;

    private TokenWriter() => bytes = new(stream, Encoding.UTF8);

    public static byte[] Write(ResumePoint point)
    {
        TokenWriter writer = new();
        writer.Add(point);
        writer.bytes.Flush();
        return writer.stream.ToArray();
    }

    private void Add(ResumePoint point)
    {
        var limit = point.Limit ?? 0;
        bytes.Write((byte)Math.Min(limit, LargeLimit));
        if (limit >= LargeLimit)
            bytes.Write7BitEncodedInt(limit);
        bytes.Write(point.Cursor ?? "");
        bytes.Write7BitEncodedInt(point.Returned);
        bytes.Write7BitEncodedInt(point.Countdowns.Count);
        foreach (var left in point.Countdowns)
            bytes.Write7BitEncodedInt(left);
        AddOptional(point.Examined, Add);
        AddOptional(point.Far, Add);
        bytes.Write7BitEncodedInt(point.LookedUp?.Length ?? 0);
        bytes.Write(point.LookedUp ?? []);
    }

    private void Add(ExaminedPart examined)
    {
        bytes.Write(examined.Position);
        AddOptional(examined.Ids, Add);
    }

    private void Add(IdSet ids)
    {
        bytes.Write7BitEncodedInt(ids.Hashes.Count);
        foreach (var hash in ids.Hashes)
            bytes.Write(hash);
    }

    private void Add(FarEnd far)
    {
        bytes.Write(far.Cursor ?? "");
        bytes.Write(far.IsDone);
        Add(far.NearEdge);
        Add(far.FarEdge);
    }

    private void Add(long? position)
    {
        bytes.Write(position is not null);
        if (position is { } known)
            bytes.Write(known);
    }

    private void AddOptional<TValue>(TValue? value, Action<TValue> add)
        where TValue : class
    {
        bytes.Write(value is not null);
        if (value is not null)
            add(value);
    }
}
