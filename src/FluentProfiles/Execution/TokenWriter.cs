using System.Text;
using FluentProfiles.Model;

namespace FluentProfiles.Execution;

/// <summary>Writes what a resume token says; <see cref="TokenReader"/> reads it in the same order.</summary>
internal sealed class TokenWriter
{
    private readonly MemoryStream stream = new();

    public TokenWriter() => Bytes = new(stream, Encoding.UTF8);

    public BinaryWriter Bytes { get; }

    public byte[] ToArray()
    {
        Bytes.Flush();
        return stream.ToArray();
    }

    public void Write(ResumePoint point)
    {
        Write(point.Query);
        Bytes.Write((byte)(point.Limit ?? 0));
        Bytes.Write(point.Cursor ?? "");
        Bytes.Write7BitEncodedInt(point.Delivered);
        WriteOptional(point.Moment, moment => Bytes.Write(moment.UtcTicks));
        Bytes.Write7BitEncodedInt(point.Countdowns.Count);
        foreach (var left in point.Countdowns)
            Bytes.Write7BitEncodedInt(left);
        WriteOptional(point.Examined, Write);
        WriteOptional(point.Far, Write);
    }

    private void Write(QueryFingerprint query)
    {
        Bytes.Write(query.Address);
        Bytes.Write(query.Workspace);
        Bytes.Write((int)query.Revision);
        Bytes.Write(
            query.Order.Field is null ? (byte)0
            : query.Order.Field == ProfileSchema.CreatedAt ? (byte)1
            : (byte)2
        );
        Bytes.Write(query.Order.Descending);
        Bytes.Write(query.Conditions);
    }

    private void Write(ExaminedPart examined)
    {
        Bytes.Write(examined.Time.UtcTicks);
        Bytes.Write7BitEncodedInt(examined.Ids.Count);
        foreach (var id in examined.Ids)
            Bytes.Write(id);
    }

    private void Write(FarEnd far)
    {
        Bytes.Write(far.Cursor ?? "");
        Write(far.NearEdge);
        Write(far.FarEdge);
    }

    private void Write(ScanEdge edge)
    {
        WriteOptional(edge.Time, time => Bytes.Write(time.UtcTicks));
        Bytes.Write7BitEncodedInt(edge.Ids.Count);
        foreach (var id in edge.Ids)
            Bytes.Write(id);
    }

    private void WriteOptional<TValue>(TValue? value, Action<TValue> write)
        where TValue : class
    {
        Bytes.Write(value is not null);
        if (value is not null)
            write(value);
    }

    private void WriteOptional(DateTimeOffset? value, Action<DateTimeOffset> write)
    {
        Bytes.Write(value is not null);
        if (value is { } known)
            write(known);
    }
}
